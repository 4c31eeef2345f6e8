package nadzor.blocklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionGuardTest {
  private static final Instant AT = Instant.parse("2022-03-04T18:00:00Z");

  private static Blocklist names(int from, int to, String... more) {
    List<Rule> rules = new ArrayList<>();
    IntStream.range(from, to).forEach(i -> rules.add(Lists.block("n" + i + ".test")));
    for (String matcher : more) {
      rules.add(Lists.block(matcher));
    }
    return Blocklist.compile(from + 1, rules);
  }

  private static List<Objection.Concern> concerns(Blocklist from, Blocklist to) {
    VersionDiff diff = VersionDiff.between(from, to, 0);
    return VersionGuard.USUAL.check(diff).stream().map(Objection::concern).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "0,1000,0,1000,",
    "0,1000,0,1250,",
    "0,1000,0,1251,GREW",
    "0,1000,0,900,",
    "0,1000,0,899,SHRANK",
    "0,1000,0,0,EMPTY",
    "0,1000,200,1200,",
    "0,1000,201,1201,TURNED_OVER",
    "0,0,0,5000,",
    "0,99,0,1,",
    "0,1,0,0,EMPTY",
    "0,0,0,0,"
  })
  void concern(int from, int until, int later, int laterUntil, String concern) {
    List<Objection.Concern> expected =
        Optional.ofNullable(concern).map(Objection.Concern::valueOf).stream().toList();
    assertEquals(expected, concerns(names(from, until), names(later, laterUntil)));
  }

  @Test
  void aKindThatVanishedIsTold() {
    String[] addresses =
        IntStream.range(0, 100).mapToObj(i -> "192.0.2." + i).toArray(String[]::new);
    Blocklist from = names(0, 2000, addresses);
    assertEquals(List.of(Objection.Concern.KIND_GONE), concerns(from, names(0, 2000)));
    assertEquals(List.of(), concerns(names(0, 2000, "192.0.2.1"), names(0, 2000)));
  }

  @Test
  void itSaysWhy() {
    VersionDiff diff = VersionDiff.between(names(0, 1000), names(0, 500));
    Objection objection = VersionGuard.USUAL.check(diff).get(0);
    assertEquals("it shrank by 50.0 % (1000 before, 500 now), 10.0 % is allowed", objection.why());
    assertEquals(0.5, objection.share());
    assertThrows(IllegalArgumentException.class, () -> new VersionGuard(-1, 0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new VersionGuard(Double.NaN, 0, 0, 0));
  }

  @Test
  void aHistoryGrowsAndIsFollowedBack() {
    Blocklist one = names(0, 10).numbered(1);
    Blocklist two = one.next(2, List.of(Lists.block("x.test")), List.of());
    Blocklist three = one.next(3, List.of(), List.of(Lists.block("n1.test")));
    VersionHistory history =
        VersionHistory.EMPTY
            .plus(VersionRecord.first(one, "anna", AT))
            .plus(VersionRecord.of(two, "boris", AT, one, VersionDiff.between(one, two)))
            .plus(VersionRecord.of(three, "anna", AT, one, VersionDiff.between(one, three)));
    assertEquals(3, history.latest().orElseThrow().number());
    assertEquals(new ChangeCounts(0, 1, 0), history.latest().orElseThrow().delta());
    assertEquals(List.of(3L, 1L), history.ancestry(3).stream().map(VersionRecord::number).toList());
    assertEquals(List.of(), history.ancestry(4));
    assertEquals(two.contentHash(), history.find(2).orElseThrow().contentHash());
    assertTrue(VersionHistory.EMPTY.latest().isEmpty());
    VersionRecord again = VersionRecord.first(two, "anna", AT);
    assertThrows(IllegalArgumentException.class, () -> history.plus(again));
    VersionRecord orphan =
        VersionRecord.of(
            one.numbered(9), "anna", AT, one.numbered(8), VersionDiff.between(one, one));
    assertThrows(IllegalArgumentException.class, () -> history.plus(orphan));
  }
}
