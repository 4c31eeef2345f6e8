package nadzor.impact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.AddressMatcher;
import nadzor.blocklist.ChangeCounts;
import nadzor.blocklist.Rule;
import nadzor.blocklist.UrlMatcher;
import nadzor.blocklist.VersionDiff;
import nadzor.impact.traffic.BadTraffic;
import nadzor.impact.traffic.ClientGroups;
import nadzor.impact.traffic.Progress;
import nadzor.impact.traffic.Timing;
import nadzor.impact.traffic.TrafficFile;
import nadzor.impact.traffic.TrafficFormat;
import nadzor.impact.traffic.TrafficSummary;

/**
 * Replays traffic through two versions of a list. Immutable; a replay can run again.
 *
 * @param from the version in force
 * @param to the one that is to come
 * @param views how they are asked
 * @param controls names that must stay free
 * @param timing which stretch of the log is asked for, and by which periods the change is told;
 *     empty for all of it, without periods
 * @param naming tells platforms
 * @param most how many rows a table shows
 */
public record Replay(
    ListVersion from,
    ListVersion to,
    List<View> views,
    List<Control> controls,
    Optional<Timing> timing,
    Naming naming,
    int most) {
  /** How many rows a table shows when nobody says. */
  public static final int USUAL_ROWS = 20;

  /** Checks and copies. */
  public Replay {
    views = List.copyOf(views);
    controls = List.copyOf(controls);
    if (views.isEmpty() || most < 1) {
      throw new IllegalArgumentException("a replay needs a view and a row");
    }
  }

  /** The plain question, without controls. */
  public static Replay of(ListVersion from, ListVersion to) {
    return new Replay(
        from, to, List.of(View.LIST), List.of(), Optional.empty(), Naming.PLAIN, USUAL_ROWS);
  }

  /** DuckDB where one of the files is Parquet, else row by row. */
  public static Engine engineFor(List<TrafficFile> files) throws IOException {
    for (TrafficFile file : files) {
      if (file.formatFound() == TrafficFormat.PARQUET) {
        return Engine.DUCKDB;
      }
    }
    return Engine.JAVA;
  }

  /**
   * Reads the files and judges.
   *
   * @param groups hides the clients
   * @throws nadzor.impact.traffic.BadTraffic if a file cannot be used
   */
  public Impact run(
      List<TrafficFile> files,
      Engine engine,
      Resources resources,
      ClientGroups groups,
      Progress progress)
      throws IOException {
    Judge judge = new Judge(from, to, views);
    Tally tally = new Tally(views, judge.book(), naming, most);
    Twins twins = new Twins(Controls.hits(controls, judge, views));
    TrafficSummary traffic =
        engine == Engine.JAVA
            ? new JavaReplay(judge, tally, twins, timing, resources).run(files, groups, progress)
            : new DuckReplay(judge, tally, twins, resources, groups, timing, progress).run(files);
    if (tally.requests() == 0) {
      throw new BadTraffic(
          files.get(0).name() + (files.size() == 1 ? "" : " and the others"),
          "no request " + timing.map(Timing::words).orElse(""),
          "one at least in the stretch of time that is asked for");
    }
    return new Impact(
        Impact.Version.of(from),
        Impact.Version.of(to),
        traffic,
        tally.requests(),
        tally.names(),
        tally.impacts(timing),
        controls.size(),
        twins.hits(),
        notes(),
        engine);
  }

  /** Whatever the lists are called. */
  private boolean isSame() {
    if (from.list().size() != to.list().size()) {
      return false;
    }
    ChangeCounts counts = VersionDiff.between(from.list(), to.list(), 0).counts();
    return counts.added() + counts.removed() == 0;
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (isSame()) {
      notes.add("Both lists order the same: nothing can change.");
    }
    for (ListVersion version : List.of(from, to)) {
      if (version.list().size() == 0) {
        notes.add(version.name() + " holds no rule.");
      }
    }
    List<Rule> rules = new ArrayList<>(from.list().rules());
    rules.addAll(to.list().rules());
    if (rules.stream().anyMatch(rule -> rule.matcher() instanceof AddressMatcher)) {
      notes.add("Rules on addresses and ports are not asked: a log of names tells no server.");
    }
    if (rules.stream().anyMatch(rule -> rule.matcher() instanceof UrlMatcher)) {
      notes.add("Rules on URLs hold only requests whose URL the log tells, and front pages.");
    }
    views.stream()
        .flatMap(view -> view.profile().stream())
        .filter(profile -> profile.rules().stream().anyMatch(line -> line.chance() < 1))
        .forEach(
            profile ->
                notes.add(
                    profile.name()
                        + " hits now and then only: every request that it could hit counts."));
    return List.copyOf(notes);
  }
}
