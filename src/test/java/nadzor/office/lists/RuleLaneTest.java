package nadzor.office.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.BlocklistBuilder;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleLaneTest {
  private static Rule rule(int line) {
    return new Rule(
        Matcher.of("n" + line + ".test"), Measure.BLOCK, new Reason.OfList("list.txt", line));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, RuleLane.BATCH - 1, RuleLane.BATCH, RuleLane.BATCH + 1, 50_000})
  void holdsWhatABuilderWouldHold(int count) {
    List<Rule> rules = IntStream.rangeClosed(1, count).mapToObj(RuleLaneTest::rule).toList();
    BlocklistBuilder builder = new BlocklistBuilder();
    try (RuleLane lane = new RuleLane(builder::add)) {
      rules.forEach(lane::add);
      lane.finish();
      Blocklist built = builder.build(3);
      Blocklist expected = Blocklist.compile(3, rules);
      assertEquals(count, built.size());
      assertEquals(expected.number(), built.number());
      assertEquals(expected.contentHash(), built.contentHash());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, RuleLane.BATCH, 50_000})
  void saysWhatWentWrongBehindIt(int last) {
    try (RuleLane lane = new RuleLane(RuleLaneTest::refuse)) {
      Throwable thrown =
          assertThrows(
              IllegalStateException.class,
              () -> {
                IntStream.rangeClosed(1, last).forEach(i -> lane.add(rule(i)));
                lane.finish();
              });
      assertEquals("no room", thrown.getMessage());
    }
  }

  private static void refuse(Rule rule) {
    throw new IllegalStateException("no room");
  }
}
