package nadzor.blocklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import nadzor.flow.Addresses;
import nadzor.flow.NameView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is added over a base, taken from it, and put back, for every kind of rule. */
class DeltaTest {
  private static final List<String> ALL =
      List.of(
          "a.test",
          ".a.test",
          "*.a.test",
          "*a.t*",
          "*a.test",
          "b.a.te*",
          "192.0.2.7",
          "192.0.2.0/24:443",
          "2001:db8::/32",
          "*:443",
          "http://a.test/x",
          "http://a.test/x*");

  /** The rules of one kind that hold what the test asks for. */
  private static Match ask(Blocklist list, String matcher) {
    Function<Blocklist, Match> question =
        matcher.startsWith("http")
            ? of -> Lists.url(of, "a.test", "/x")
            : matcher.contains("192") || matcher.startsWith("*:")
                ? of -> Lists.address(of, "192.0.2.7", 443)
                : matcher.contains("2001")
                    ? of -> Lists.address(of, "2001:db8::1", 443)
                    : of -> Lists.name(of, matcher.equals("a.test") ? "a.test" : "b.a.test");
    return question.apply(list);
  }

  private static int orders(Blocklist list) {
    return list.orders(NameView.of("b.a.test"))
        | list.orders(NameView.of("a.test"))
        | list.orders(Addresses.parse("192.0.2.7"), 443)
        | list.orders(Addresses.parse("2001:db8::1"), 443);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.test",
        ".a.test",
        "*.a.test",
        "*a.t*",
        "*a.test",
        "b.a.te*",
        "192.0.2.7",
        "192.0.2.0/24:443",
        "2001:db8::/32",
        "*:443",
        "http://a.test/x",
        "http://a.test/x*"
      })
  void takenAwayAndPutBack(String matcher) {
    Rule first = Lists.rule(matcher, Measure.BLOCK, 1);
    Rule second = Lists.rule(matcher, Measure.THROTTLE, 2);
    Blocklist base = Blocklist.compile(1, List.of(first, second));
    assertEquals(Set.of(first, second), Set.copyOf(ask(base, matcher).rules()));

    Blocklist one = base.next(2, List.of(), List.of(first));
    assertEquals(List.of(second), ask(one, matcher).rules());
    assertEquals(List.of(second), one.rules());

    Blocklist none = one.next(3, List.of(), List.of(second));
    assertTrue(ask(none, matcher).isEmpty());
    assertEquals(0, orders(none));
    assertEquals(0, none.size());
    assertEquals(Blocklist.EMPTY.contentHash(), none.contentHash());
    assertEquals(List.of(), none.rules());

    Blocklist again = none.next(4, List.of(second, first, first), List.of());
    assertEquals(Set.of(first, second), Set.copyOf(ask(again, matcher).rules()));
    assertEquals(2, again.size());
    assertEquals(base.contentHash(), again.contentHash());
  }

  @Test
  void theHashDependsOnContentOnly() {
    List<Rule> rules = new ArrayList<>(ALL.stream().map(Lists::block).toList());
    String expected = Blocklist.compile(1, rules).contentHash();
    Random random = new Random(20210402);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(rules, random);
      int cut = random.nextInt(rules.size());
      List<Rule> extra = List.of(Lists.throttle(ALL.get(random.nextInt(ALL.size()))));
      Blocklist list = Blocklist.compile(1, rules.subList(0, cut));
      list = list.next(2, extra, List.of());
      list = list.next(3, rules.subList(cut, rules.size()), extra);
      assertEquals(expected, list.contentHash());
      assertEquals(new HashSet<>(rules), new HashSet<>(list.rules()));
      assertEquals(expected, list.merged().contentHash());
      assertEquals(new HashSet<>(rules), new HashSet<>(list.merged().rules()));
    }
  }

  @Test
  void everyRuleCountsInTheHash() {
    List<Rule> rules = ALL.stream().map(Lists::block).toList();
    String whole = Blocklist.compile(1, rules).contentHash();
    Set<String> hashes = new HashSet<>();
    for (Rule rule : rules) {
      hashes.add(Blocklist.compile(1, rules).next(2, List.of(), List.of(rule)).contentHash());
    }
    assertEquals(rules.size(), hashes.size());
    hashes.forEach(hash -> assertNotEquals(whole, hash));
  }

  @Test
  void takingAwayWhatIsNotThereChangesNothing() {
    Blocklist list = Blocklist.compile(1, ALL.stream().map(Lists::block).toList());
    Blocklist next = list.next(2, List.of(), ALL.stream().map(Lists::throttle).toList());
    assertEquals(list.contentHash(), next.contentHash());
    assertEquals(ALL.size(), next.rules().size());
  }
}
