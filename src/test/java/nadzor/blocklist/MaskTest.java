package nadzor.blocklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import nadzor.flow.NameView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {
  @ParameterizedTest
  @CsvSource({
    "*t.co*,t.co,true",
    "*t.co*,T.CO,true",
    "*t.co*,reddit.com,true",
    "*t.co*,microsoft.com,true",
    "*t.co*,example.org,false",
    "*t.co*,tco.test,false",
    "*t.co*,t.co.,false",
    "*twitter.com,twitter.com,true",
    "*twitter.com,throttletwitter.com,true",
    "*twitter.com,www.twitter.com,true",
    "*twitter.com,twitter.com.test,false",
    "*twitter.com,twitter.com.,false",
    "*twitter.com,witter.com,false",
    "t.co*,t.co,true",
    "t.co*,t.co.test,true",
    "t.co*,reddit.com,false",
    "twitter.*,twitter.test,true",
    "twitter.*,www.twitter.test,false",
    "*abcdefgh*,abcdefgh,true",
    "*abcdefgh*,abcdefg,false",
    "*aaaaaaaaaaaa*,aaaaaaaaaaaaaaa.test,true",
    "*aaaaaaaaaaaa*,aaaaaaaaaaa.aa.test,false",
    "*x*,example.org,true",
    "*x*,sample.org,false"
  })
  void reach(String matcher, String seen, boolean held) {
    Blocklist list = Lists.of(matcher);
    assertTrue(list.hasMasks());
    assertEquals(held, Lists.name(list, seen).orders(Measure.BLOCK));
    assertEquals(held ? Measure.BLOCK.bit() : 0, list.orders(NameView.of(seen)));
    assertTrue(list.findExact(NameView.of(seen)).isEmpty());
    assertEquals(0, list.ordersExactly(NameView.of(seen)));
  }

  @Test
  void namesAndMasksThatHoldANameAreAllFound() {
    Rule below = Lists.block("*.twitter.com");
    Rule end = Lists.throttle("*twitter.com");
    Rule within = Lists.throttle("*t.co*");
    Rule start = Lists.block("www.*");
    Rule other = Lists.block("*facebook*");
    Blocklist list = Blocklist.compile(1, List.of(below, end, within, start, other));
    Match match = Lists.name(list, "www.abt.co.twitter.com");
    assertEquals(Set.of(below, end, within, start), Set.copyOf(match.rules()));
    assertEquals(4, match.rules().size());
  }

  @Test
  void aNameAsLongAsPossible() {
    String name = "a".repeat(NameView.CAPACITY - 7) + "z.t.co0";
    Blocklist list = Lists.of("*z.t.co0", "*.t.c*", "aaaaaaaaaaaaaaa*", "*0");
    assertEquals(4, Lists.name(list, name).rules().size());
  }

  /** Masks whose every window is the window of many others are told apart by their octets. */
  @Test
  void crowdedWindows() {
    List<Rule> rules = new ArrayList<>();
    IntStream.rangeClosed(1, 126).forEach(i -> rules.add(Lists.block("*" + "ab".repeat(i) + "c")));
    Blocklist list = Blocklist.compile(1, rules);
    String text = "ab".repeat(50) + "c";
    assertEquals(50, Lists.name(list, text).rules().size());
    assertTrue(Lists.name(list, text + "d").isEmpty());
  }

  @Test
  void exactlyMeansWholeNamesThatAreWritten() {
    Blocklist list = Lists.of("a.test", ".b.test", "*.c.test", "*d*");
    for (String name : List.of("a.test", "b.test")) {
      assertEquals(1, list.ordersExactly(NameView.of(name)), name);
      assertFalse(list.findExact(NameView.of(name)).isEmpty(), name);
    }
    for (String name : List.of("x.a.test", "x.b.test", "c.test", "x.c.test", "d.test", "b.test.")) {
      assertEquals(0, list.ordersExactly(NameView.of(name)), name);
      assertTrue(list.findExact(NameView.of(name)).isEmpty(), name);
    }
    assertTrue(list.findExact(new NameView()).isEmpty());
  }
}
