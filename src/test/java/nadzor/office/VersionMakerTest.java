package nadzor.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.flow.DomainName;
import nadzor.flow.NameView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A version that is made from another is the version that is made from nothing. */
class VersionMakerTest {
  private static final int MANY = 8_000;

  /** One thing may be held by two decisions. */
  private static Rule rule(int i, int decision) {
    String written =
        switch (i % 4) {
          case 0 -> "w" + i + ".test";
          case 1 -> ".w" + i + ".test";
          case 2 -> "198.18." + i / 256 % 256 + "." + i % 256;
          default -> "http://w" + i + ".test/page";
        };
    Reason reason =
        new Reason.OfDecision("d-" + decision, "case-" + decision, "GP", "149-FZ", "A statement.");
    return new Rule(Matcher.of(written), i % 7 == 0 ? Measure.THROTTLE : Measure.BLOCK, reason);
  }

  private static Set<Rule> rules(int from, int to) {
    Set<Rule> all = new LinkedHashSet<>();
    IntStream.range(from, to).forEach(i -> all.add(rule(i, i)));
    return all;
  }

  private static VersionCard card(Blocklist list, Set<Rule> rules) {
    return new VersionCard(list, List.copyOf(rules), Instant.EPOCH, Instant.EPOCH, Duration.ZERO);
  }

  private static int orders(Blocklist list, int i) {
    NameView name = NameView.of(DomainName.of("w" + i + ".test"));
    return list.orders(name);
  }

  private static void assertSame(Set<Rule> rules, Blocklist made) {
    Blocklist fresh = Blocklist.compile(made.number(), rules);
    assertEquals(new HashSet<>(fresh.rules()), new HashSet<>(made.rules()));
    assertEquals(rules.size(), made.rules().size());
    for (int i = 0; i < MANY + 500; i++) {
      assertEquals(orders(fresh, i), orders(made, i));
    }
  }

  /** Decisions come and go, one after another. */
  @Test
  void aChainOfVersionsIsWhatItsRulesSay() {
    Random random = new Random(7);
    Set<Rule> rules = rules(0, MANY);
    VersionCard last = card(VersionMaker.make(1, rules, Stream.empty()), rules);
    for (int step = 2; step < 12; step++) {
      List<Rule> order = new ArrayList<>(rules);
      Collections.shuffle(order, random);
      order.subList(0, random.nextInt(150)).forEach(rules::remove);
      for (int i = random.nextInt(90); i > 0; i--) {
        rules.add(rule(random.nextInt(MANY + 500), step * 100_000 + i));
      }
      Blocklist made = VersionMaker.make(step, rules, Stream.of(last));
      assertEquals(step, made.number());
      assertSame(rules, made);
      last = card(made, new LinkedHashSet<>(rules));
    }
  }

  /** Of short lists, and of those that differ much, nothing is made from another. */
  @ParameterizedTest
  @CsvSource({"8000, 8000", "8000, 7990", "8000, 7000", "4000, 4001", "8000, 16000"})
  void whateverStandsTheRulesDecide(int stands, int wanted) {
    Set<Rule> before = rules(0, stands);
    Set<Rule> after = rules(wanted > stands ? 0 : stands - wanted, Math.max(stands, wanted));
    VersionCard card = card(Blocklist.compile(1, before), before);
    assertSame(after, VersionMaker.make(2, after, Stream.of(card)));
  }

  @Test
  void theFirstThatIsNearIsTaken() {
    Set<Rule> far = rules(MANY, 2 * MANY);
    Set<Rule> near = rules(10, MANY + 10);
    Set<Rule> wanted = rules(0, MANY);
    Stream<VersionCard> standing =
        Stream.of(card(Blocklist.compile(1, far), far), card(Blocklist.compile(2, near), near));
    assertSame(wanted, VersionMaker.make(3, wanted, standing));
    assertTrue(wanted.size() >= VersionMaker.LONG);
  }
}
