package nadzor.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.flow.DomainName;
import nadzor.flow.NameView;
import nadzor.registry.BlockType;
import nadzor.registry.CaseFile;
import nadzor.registry.Catalogue;
import nadzor.registry.Decision;
import nadzor.registry.EntryNumbers;
import nadzor.registry.Grounds;
import nadzor.registry.Journal;
import nadzor.registry.Lifting;
import nadzor.registry.Operator;
import nadzor.registry.Order;
import nadzor.registry.OrderedEntries;
import nadzor.registry.Platform;
import nadzor.registry.PlatformCard;
import nadzor.registry.RegisterMark;
import nadzor.registry.Resource;
import nadzor.registry.Role;
import nadzor.registry.Subject;
import nadzor.registry.Timetable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A version that is made from another is the version that is made from nothing. */
class VersionMakerTest {
  private static final int MANY = 8_000;
  private static final int MORE = 500;
  private static final Instant START = Instant.parse("2022-05-01T00:00:00Z");
  private static final Subject OPERATOR = new Subject.OfOperator("o");

  private final Journal journal =
      new Journal(
          new Catalogue(
              List.of(new Operator("o", "O")),
              IntStream.range(0, MANY + MORE).mapToObj(i -> platform(i, site(i))).toList()));
  private Instant now = START;
  private int decisions;

  private static Platform platform(int i, String site) {
    return new Platform(
        "p-" + i, "P " + i, "o", List.of(new Resource(Matcher.of(site), Role.FRONT)));
  }

  private static String site(int i) {
    return switch (i % 4) {
      case 0 -> "w" + i + ".test";
      case 1 -> ".w" + i + ".test";
      case 2 -> "198.18." + i / 256 % 256 + "." + i % 256;
      default -> "http://w" + i + ".test/page";
    };
  }

  @BeforeEach
  void decideOnMany() {
    journal.append(new CaseFile("c", OPERATOR, "A", START));
    for (int i = 0; i < MANY; i++) {
      decide(i);
    }
  }

  private void decide(int platform) {
    int i = decisions++;
    Measure measure = i % 7 == 0 ? Measure.THROTTLE : Measure.BLOCK;
    journal.append(
        new Decision(
            "d-" + i,
            "c",
            "A",
            Optional.empty(),
            new Grounds("law", "law", Optional.of("1"), Optional.empty(), Optional.empty()),
            new Order(measure, Set.of(Role.values()), List.of("p-" + platform)),
            new Timetable(now, now, now, now, Optional.empty(), Optional.empty()),
            new RegisterMark(3, BlockType.DOMAIN, Optional.empty()),
            Optional.empty(),
            Optional.empty()));
  }

  private Ordered ordered() {
    Rule canary =
        new Rule(Matcher.of("canary.test"), Measure.BLOCK, new Reason.OfList("canaries", 1));
    return new Ordered(
        canary, new OrderedEntries(journal.latest(), EntryNumbers.at(journal.latest(), now)));
  }

  private VersionCard card(Blocklist list) {
    return new VersionCard(
        list, Optional.of(ordered()), new VersionCard.Made(now, now, Duration.ZERO));
  }

  private static int orders(Blocklist list, int i) {
    NameView name = NameView.of(DomainName.of("w" + i + ".test"));
    return list.orders(name);
  }

  private void assertRight(Blocklist made) {
    Set<Rule> rules = ordered().rules().collect(Collectors.toSet());
    Blocklist fresh = Blocklist.compile(made.number(), rules);
    assertEquals(rules, new HashSet<>(made.rules()));
    assertEquals(rules.size(), made.rules().size());
    for (int i = 0; i < MANY + MORE; i++) {
      assertEquals(orders(fresh, i), orders(made, i));
    }
  }

  /** Decisions come and go, and cards are corrected, one after another. */
  @Test
  void aChainOfVersionsIsWhatItsOrdersSay() {
    Random random = new Random(7);
    VersionCard last = card(VersionMaker.make(1, ordered(), Stream.empty()));
    int from = 0;
    for (int step = 2; step < 12; step++) {
      now = now.plusSeconds(60);
      for (int i = random.nextInt(100); i > 0; i--) {
        journal.append(new Lifting("d-" + from++, "A", "no", now));
      }
      for (int i = random.nextInt(90); i > 0; i--) {
        decide(random.nextInt(MANY + MORE));
      }
      int some = random.nextInt(MANY);
      journal.append(new PlatformCard(platform(some, "changed" + step + ".test"), now));
      Blocklist made = VersionMaker.make(step, ordered(), Stream.of(last));
      assertEquals(step, made.number());
      assertRight(made);
      last = card(made);
    }
  }

  /** One that differs much is not made from what stands. */
  @Test
  void whateverStandsTheOrderDecides() {
    VersionCard first = card(VersionMaker.make(1, ordered(), Stream.empty()));
    now = now.plusSeconds(60);
    for (int i = 0; i < MANY / 8; i++) {
      journal.append(new Lifting("d-" + 8 * i, "A", "no", now));
    }
    assertRight(VersionMaker.make(2, ordered(), Stream.of(first)));
    for (int i = 1; i < MANY; i++) {
      if (i % 8 != 0 && i % 500 != 1) {
        journal.append(new Lifting("d-" + i, "A", "no", now));
      }
    }
    assertRight(VersionMaker.make(3, ordered(), Stream.of(first)));
  }

  @Test
  void aVersionWhoseJournalIsGoneIsComparedByItsRules() {
    VersionCard first = card(VersionMaker.make(1, ordered(), Stream.empty())).alone();
    assertEquals(true, first.changeTo(ordered()).isEmpty());
    assertEquals(Optional.empty(), first.near(ordered(), MANY));
    now = now.plusSeconds(60);
    journal.append(new Lifting("d-1", "A", "no", now));
    assertEquals(1, first.changeTo(ordered()).removed().size());
    Blocklist made = VersionMaker.make(2, ordered(), Stream.of(first));
    assertNotSame(first.list(), made);
    assertRight(made);
  }
}
