package nadzor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.censor.Profile;
import nadzor.impact.Control;
import nadzor.impact.Engine;
import nadzor.impact.Impact;
import nadzor.impact.ListVersion;
import nadzor.impact.Naming;
import nadzor.impact.Replay;
import nadzor.impact.Resources;
import nadzor.impact.View;
import nadzor.impact.report.ImpactText;
import nadzor.impact.traffic.ClientGroups;
import nadzor.impact.traffic.DuckDb;
import nadzor.impact.traffic.Timing;
import nadzor.impact.traffic.TrafficFile;
import nadzor.story.profile.ProfileFile;

/**
 * A log of many rows through two versions of a list of 100,000 names and some masks. Usage: {@code
 * ImpactBench make FILE ROWS [timed]}, then {@code ImpactBench run FILE java|duckdb [timed]
 * [PROFILE...]}, in a process of its own, so that its peak of memory is its own.
 */
public final class ImpactBench {
  private static final int NAMES = 1_000_000;
  private static final int LISTED = 100_000;
  private static final int SEED = 20_210_310;
  private static final int DUCK_MEGABYTES = 1_200;

  /** Log-uniform ranks: Zipf's law with exponent 1. Clients from 198.18.0.0/15 (RFC 2544). */
  private static final String LOG =
      """
      COPY (
        SELECT 'w' || rank || '.site' || rank %% 50000 || '.test' AS name,
          CASE WHEN kind < 7 THEN 'A' WHEN kind < 9 THEN 'AAAA' ELSE 'HTTPS' END AS type,
          '198.' || (18 + who %% 2) || '.' || (who // 2 %% 256) || '.' || (who // 512 %% 256)
            AS client%5$s
        FROM (SELECT CAST(floor(exp((hash(range + %1$d) >> 11) / 9007199254740992.0 * ln(%2$d))) AS
                INTEGER) AS rank,
              CAST(hash(range + 1 + %1$d * 3) %% 10 AS INTEGER) AS kind,
              CAST(hash(range + 2 + %1$d * 5) %% 131072 AS INTEGER) AS who
            FROM range(%3$d)))
      TO %4$s (FORMAT parquet)""";

  /** A row each millisecond. */
  private static final String TIME =
      ", make_timestamp_ms(1615359600000 + CAST(row_number() OVER () AS BIGINT)) AS time";

  private ImpactBench() {}

  /** Makes or runs. */
  public static void main(String[] words) throws IOException, SQLException {
    Path file = Path.of(words[1]);
    if (words[0].equals("make")) {
      make(file, Long.parseLong(words[2]), words.length > 3);
    } else {
      Engine engine = Engine.valueOf(words[2].toUpperCase(Locale.ROOT));
      boolean timed = words.length > 3 && words[3].equals("timed");
      Optional<Timing> timing =
          timed
              ? Optional.of(
                  new Timing(Optional.empty(), Optional.empty(), ZoneOffset.UTC, Optional.empty()))
              : Optional.empty();
      run(file, engine, timing, List.of(words).subList(timed ? 4 : 3, words.length));
    }
  }

  private static void make(Path file, long rows, boolean timed) throws IOException, SQLException {
    try (DuckDb duck = DuckDb.open(DUCK_MEGABYTES, 2)) {
      duck.run(LOG.formatted(SEED, NAMES, rows, DuckDb.quoted(file.toString()), timed ? TIME : ""));
    }
    System.out.printf(Locale.ROOT, "%,d rows, %,d octets%n", rows, Files.size(file));
  }

  /** Every tenth name; the update takes a hundredth out, puts a hundredth in, and adds a mask. */
  private static Blocklist list(int number) {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < LISTED; i++) {
      int rank = i * 10 + (i % 100 == 0 ? number : 0);
      rules.add(rule(".w" + rank + ".site" + rank % 50_000 + ".test", rules.size()));
    }
    rules.add(rule("*.site77.test", rules.size()));
    rules.add(rule(number == 1 ? "*w4242.*" : "*42.site*", rules.size()));
    return Blocklist.compile(number, rules);
  }

  private static Rule rule(String written, int line) {
    Reason reason = new Reason.OfList("made up", line + 1);
    return new Rule(Matcher.of(written), Measure.BLOCK, reason);
  }

  private static void run(Path file, Engine engine, Optional<Timing> timed, List<String> profiles)
      throws IOException {
    List<Profile> chosen =
        profiles.stream()
            .map(name -> ProfileFile.read(Path.of("config/profiles", name + ".yaml")).profile())
            .toList();
    List<Control> controls = List.of();
    Replay replay =
        new Replay(
            new ListVersion("from", list(1)),
            new ListVersion("to", list(2)),
            View.of(chosen),
            controls,
            timed,
            Naming.PLAIN,
            Replay.USUAL_ROWS);
    long start = System.nanoTime();
    Impact impact =
        replay.run(
            List.of(TrafficFile.of(file)),
            engine,
            new Resources(DUCK_MEGABYTES, 2, 4_000_000),
            ClientGroups.drawn(),
            (name, octets, rows) -> {});
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    System.out.println(new ImpactText(impact, List.of()).text());
    System.out.printf(
        Locale.ROOT,
        "%s: %,d rows in %.1f s, %.1f s of processor time, %s%n",
        engine,
        impact.traffic().rows(),
        took.toMillis() / 1e3,
        ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3,
        peak());
  }

  private static String peak() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .findFirst()
        .orElse("peak unknown")
        .replaceAll("\\s+", " ");
  }
}
