package nadzor.blocklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nadzor.flow.DomainName;
import nadzor.flow.NameView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlocklistTest {
  private static Rule rule(String matcher, Measure measure, int line) {
    return new Rule(Matcher.of(matcher), measure, new Reason.OfList("list.txt", line));
  }

  private static Rule block(String matcher) {
    return rule(matcher, Measure.BLOCK, 1);
  }

  @ParameterizedTest
  @CsvSource({
    "facebook.com,facebook.com,true",
    "facebook.com,www.facebook.com,false",
    ".facebook.com,facebook.com,true",
    ".facebook.com,www.facebook.com,true",
    ".facebook.com,WWW.Facebook.com,true",
    ".facebook.com,notfacebook.com,false",
    ".facebook.com,facebook.com.,false",
    ".facebook.com,.facebook.com,true",
    "*.facebook.com,facebook.com,false",
    "*.facebook.com,a.b.facebook.com,true",
    "*.facebook.com,facebook.com.evil.test,false",
    ".com,facebook.com,true",
    ".facebook.com,com,false"
  })
  void reach(String matcher, String seen, boolean held) {
    Blocklist list = Blocklist.compile(1, List.of(block(matcher)));
    assertEquals(held, list.find(NameView.of(seen)).orders(Measure.BLOCK));
  }

  @Test
  void emptyHoldsNothing() {
    assertSame(Match.NONE, Blocklist.EMPTY.find(NameView.of("example.org")));
    assertSame(Match.NONE, Blocklist.compile(1, List.of(block("a.test"))).find(new NameView()));
  }

  @Test
  void severalReasonsAreAllKept() {
    Rule wide = rule(".facebook.com", Measure.BLOCK, 1);
    Rule narrow = rule("www.facebook.com", Measure.BLOCK, 2);
    Rule slow = rule("www.facebook.com", Measure.THROTTLE, 3);
    Blocklist list = Blocklist.compile(1, List.of(wide, narrow, slow));
    Match match = list.find(NameView.of("www.facebook.com"));
    assertEquals(Set.of(wide, narrow, slow), Set.copyOf(match.rules()));
    assertEquals(slow, match.first(Measure.THROTTLE));
    assertFalse(list.find(NameView.of("facebook.com")).orders(Measure.THROTTLE));
  }

  @Test
  void takingOneReasonAwayLeavesTheOther() {
    Rule first = rule("a.test", Measure.BLOCK, 1);
    Rule second = rule("a.test", Measure.BLOCK, 2);
    Blocklist list = Blocklist.compile(1, List.of(first, second));
    Blocklist next = list.next(2, List.of(), List.of(first));
    assertEquals(List.of(second), next.find(NameView.of("a.test")).rules());
    Blocklist none = next.next(3, List.of(), List.of(second));
    assertTrue(none.find(NameView.of("a.test")).isEmpty());
    assertEquals(0, none.size());
    assertEquals(Blocklist.EMPTY.contentHash(), none.contentHash());
  }

  @Test
  void hashDependsOnContentOnly() {
    Rule a = block("a.test");
    Rule b = block("b.test");
    String both = Blocklist.compile(1, List.of(a, b)).contentHash();
    assertEquals(both, Blocklist.compile(9, List.of(b, a, a)).contentHash());
    assertEquals(
        both, Blocklist.compile(1, List.of(a)).next(2, List.of(b), List.of()).contentHash());
    assertNotEquals(both, Blocklist.compile(1, List.of(a)).contentHash());
  }

  /** Random lists and deltas against the plainest model: a set of rules, asked one by one. */
  @Test
  void agreesWithAModel() {
    Random random = new Random(20220304);
    Set<Rule> model = new HashSet<>();
    Blocklist list = Blocklist.EMPTY;
    for (int round = 1; round <= 60; round++) {
      Set<Rule> removed =
          model.stream().filter(r -> random.nextInt(4) == 0).collect(Collectors.toSet());
      Set<Rule> added = new HashSet<>();
      int fresh = round % 20 == 0 ? 3_000 : 40;
      IntStream.range(0, fresh).forEach(i -> added.add(randomRule(random)));
      model.removeAll(removed);
      model.addAll(added);
      list = list.next(round, added, removed);
      assertEquals(model.size(), list.size());
      assertEquals(model, Set.copyOf(list.rules()));
      assertEquals(Blocklist.compile(1, model).contentHash(), list.contentHash());
      for (int i = 0; i < 200; i++) {
        String name = randomName(random);
        Match found = list.find(NameView.of(name));
        assertEquals(asked(model, name), Set.copyOf(found.rules()), name);
        assertEquals(found.orders(), list.orders(NameView.of(name)), name);
      }
    }
  }

  private static Set<Rule> asked(Set<Rule> model, String seen) {
    DomainName name = DomainName.of(seen);
    Set<Rule> hits = new HashSet<>();
    for (Rule rule : model) {
      NameMatcher matcher = (NameMatcher) rule.matcher();
      DomainName about = matcher.name();
      boolean itself = name.equals(about);
      boolean below = !itself && name.isWithin(about);
      switch (matcher.scope()) {
        case EXACT -> addIf(hits, rule, itself);
        case BELOW -> addIf(hits, rule, below);
        case SUFFIX -> addIf(hits, rule, itself || below);
      }
    }
    return hits;
  }

  private static void addIf(Set<Rule> hits, Rule rule, boolean yes) {
    if (yes) {
      hits.add(rule);
    }
  }

  private static Rule randomRule(Random random) {
    String prefix = List.of("", ".", "*.").get(random.nextInt(3));
    Measure measure = random.nextBoolean() ? Measure.BLOCK : Measure.THROTTLE;
    return rule(prefix + randomName(random), measure, random.nextInt(3));
  }

  private static String randomName(Random random) {
    List<String> labels = new ArrayList<>();
    IntStream.rangeClosed(0, random.nextInt(4)).forEach(i -> labels.add("n" + random.nextInt(9)));
    return String.join(".", labels) + ".test";
  }
}
