package nadzor.blocklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VersionDiffTest {
  private static Rule decided(String matcher, String decision) {
    Reason reason = new Reason.OfDecision(decision, "meta", "GP", "149-FZ", "");
    return new Rule(Matcher.of(matcher), Measure.BLOCK, reason);
  }

  private static List<String> lines(VersionDiff diff) {
    return diff.changes().stream().map(RuleChange::toString).toList();
  }

  @Test
  void whatCameAndWentAndStandsForOtherReasons() {
    Blocklist from =
        Blocklist.compile(
            1,
            List.of(
                Lists.block("gone.test"),
                Lists.block("same.test"),
                decided(".meta.test", "d-1"),
                Lists.block("192.0.2.0/24"),
                Lists.block("http://a.test/x"),
                Lists.block("*t.co*")));
    Blocklist to =
        Blocklist.compile(
            2,
            List.of(
                Lists.rule("same.test", Measure.BLOCK, 99),
                Lists.throttle("came.test"),
                decided(".meta.test", "d-2"),
                Lists.throttle("192.0.2.0/24"),
                Lists.block("http://a.test/x*"),
                Lists.block("*t.co*")));
    VersionDiff diff = VersionDiff.between(from, to);
    assertEquals(
        List.of(
            "~ block .meta.test",
            "+ throttle came.test",
            "- block gone.test",
            "- block 192.0.2.0/24",
            "+ throttle 192.0.2.0/24",
            "- block http://a.test/x",
            "+ block http://a.test/x*"),
        lines(diff));
    assertEquals(new ChangeCounts(3, 3, 1), diff.counts());
    assertEquals(
        new ChangeCounts(0, 0, 1), diff.byOrigin().get(new Origin(Origin.Kind.CASE, "meta")));
    assertEquals(
        new ChangeCounts(0, 0, 1), diff.byOrigin().get(new Origin(Origin.Kind.DECISION, "d-1")));
    assertEquals(
        new ChangeCounts(3, 3, 0), diff.byOrigin().get(new Origin(Origin.Kind.LIST, "list.txt")));
    assertTrue(VersionDiff.between(from, from).isEmpty());
  }

  private static Rule of(String matcher, String file, int line) {
    return new Rule(Matcher.of(matcher), Measure.BLOCK, new Reason.OfList(file, line));
  }

  @Test
  void aListThatIsCalledOtherwiseIsToldApartFromOtherReasons() {
    Blocklist from =
        Blocklist.compile(
            1,
            List.of(
                of("a.test", "old.txt", 1),
                of("b.test", "old.txt", 2),
                of("b.test", "extra.txt", 2),
                of("c.test", "old.txt", 3),
                Rule.exception(Matcher.of("d.test"), "old.txt", 4),
                decided(".meta.test", "d-1")));
    Blocklist to =
        Blocklist.compile(
            2,
            List.of(
                of("a.test", "new.txt", 7),
                of("b.test", "new.txt", 8),
                of("b.test", "extra.txt", 1),
                of("c.test", "new.txt", 9),
                of("c.test", "extra.txt", 9),
                Rule.exception(Matcher.of("d.test"), "new.txt", 4),
                decided(".meta.test", "d-2")));
    VersionDiff diff = VersionDiff.between(from, to, 0);
    assertEquals(new ChangeCounts(0, 0, 5), diff.counts());
    assertEquals(Map.of(new Renaming("old.txt", "new.txt"), 3), diff.renamings());
  }

  /** Two files are two states of one list, whatever they are called. */
  @Test
  void aNameThatIsKnownToBeAnotherIsNoDifference() {
    Blocklist from =
        Blocklist.compile(
            1,
            List.of(
                of("a.test", "old.txt", 1),
                of("b.test", "old.txt", 2),
                of("c.test", "old.txt", 3),
                of("d.test", "extra.txt", 3),
                Rule.exception(Matcher.of("e.test"), "old.txt", 4)));
    Blocklist to =
        Blocklist.compile(
            2,
            List.of(
                of("a.test", "new.txt", 7),
                of("b.test", "new.txt", 8),
                of("b.test", "new.txt", 9),
                of("c.test", "other.txt", 3),
                of("d.test", "new.txt", 3),
                of("f.test", "new.txt", 1),
                Rule.exception(Matcher.of("e.test"), "new.txt", 5)));
    Renaming known = new Renaming("old.txt", "new.txt");
    VersionDiff diff = VersionDiff.between(from, to, 9, known);
    assertEquals(
        List.of("~ block c.test", "~ block d.test", "+ block f.test"), lines(diff), "not a, b, e");
    assertEquals(List.of(new Reason.OfList("old.txt", 3)), diff.changes().get(0).before());
    assertTrue(VersionDiff.between(from, from, 9, new Renaming("x", "y")).isEmpty());
    assertEquals(new ChangeCounts(1, 0, 5), VersionDiff.between(from, to).counts());
  }

  @Test
  void aLineThatMovedCountsOnlyWhereItIsAskedFor() {
    Blocklist from = Blocklist.compile(1, List.of(Lists.rule("a.test", Measure.BLOCK, 1)));
    Blocklist to = Blocklist.compile(1, List.of(Lists.rule("a.test", Measure.BLOCK, 2)));
    assertTrue(VersionDiff.between(from, to).isEmpty());
    List<RuleChange> changes = new ArrayList<>();
    VersionDiff.walk(from, to, true, changes::add);
    assertEquals(List.of(new Reason.OfList("list.txt", 1)), changes.get(0).before());
    assertEquals(List.of(new Reason.OfList("list.txt", 2)), changes.get(0).after());
  }

  @Test
  void onlySoManyAreKeptButAllAreCounted() {
    List<Rule> rules =
        IntStream.range(100, 200).mapToObj(i -> Lists.block("x" + i + ".test")).toList();
    VersionDiff diff = VersionDiff.between(Blocklist.EMPTY, Blocklist.compile(1, rules), 2);
    assertEquals(List.of("+ block x100.test", "+ block x101.test"), lines(diff));
    assertEquals(new ChangeCounts(100, 0, 0), diff.counts());
  }

  /** Against the plainest model, over deltas and over versions compiled apart. */
  @Test
  void agreesWithAModel() {
    Random random = new Random(20220304);
    Blocklist from = Blocklist.EMPTY;
    Set<Rule> former = new HashSet<>();
    for (int round = 1; round <= 40; round++) {
      Set<Rule> later = new HashSet<>(former);
      later.removeIf(rule -> random.nextInt(5) == 0);
      IntStream.range(0, 30)
          .forEach(i -> later.add(Lists.rule(matcher(random), Measure.BLOCK, random.nextInt(2))));
      Set<Rule> added = new HashSet<>(later);
      added.removeAll(former);
      Set<Rule> removed = new HashSet<>(former);
      removed.removeAll(later);
      Blocklist to = from.next(round, added, removed);
      Set<String> expected = expected(former, later);
      assertEquals(expected, found(from, to));
      assertEquals(expected, found(from, Blocklist.compile(round, later)));
      assertEquals(expected, found(Blocklist.compile(round, former), to));
      from = to;
      former = later;
    }
  }

  private static String matcher(Random random) {
    return List.of("a%d.test", ".a%d.test", "*x%d*", "192.0.2.%d:443", "http://a.test/%d")
        .get(random.nextInt(5))
        .formatted(random.nextInt(20));
  }

  private static Set<String> expected(Set<Rule> former, Set<Rule> later) {
    Set<String> all = new HashSet<>();
    former.forEach(rule -> all.add(change(rule, former, later)));
    later.forEach(rule -> all.add(change(rule, former, later)));
    all.remove("");
    return all;
  }

  private static String change(Rule rule, Set<Rule> former, Set<Rule> later) {
    boolean[] before = {false, false};
    boolean[] after = {false, false};
    for (int line = 0; line < 2; line++) {
      Rule one = new Rule(rule.matcher(), rule.measure(), new Reason.OfList("list.txt", line));
      before[line] = former.contains(one);
      after[line] = later.contains(one);
    }
    boolean was = before[0] || before[1];
    boolean is = after[0] || after[1];
    boolean same = before[0] == after[0] && before[1] == after[1];
    return same ? "" : (was ? is ? "~" : "-" : "+") + " block " + rule.matcher();
  }

  private static Set<String> found(Blocklist from, Blocklist to) {
    Set<String> all = new HashSet<>();
    VersionDiff.walk(from, to, true, change -> assertTrue(all.add(change.toString())));
    return all;
  }
}
