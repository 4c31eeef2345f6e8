package nadzor.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import nadzor.blocklist.Measure;
import nadzor.impact.report.ImpactJson;
import nadzor.impact.traffic.BadTraffic;
import nadzor.impact.traffic.DuckDb;
import nadzor.impact.traffic.Grain;
import nadzor.impact.traffic.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both paths, the same numbers. */
class EnginesTest {
  private static final long SEED = 20_210_310L;
  private static final int ROWS = 20_000;
  private static final List<String> SITES =
      List.of(
          "reddit.com", "t.co", "twitter.com", "example.org", "old.example.org", "x.test", "a b");
  private static final List<String> TYPES = List.of("A", "AAAA", "TXT", "65", "", "NOTYPE");
  private static final List<String> COUNTS = List.of("", "1", "17", "0", "many");

  @TempDir Path folder;

  private static List<View> views() {
    return List.of(
        View.LIST,
        View.of(Example.profile("twitter-2021")),
        View.of(Example.profile("isp-dns")),
        View.of(Example.profile("isp-blockpage")));
  }

  private Path csv() throws IOException {
    Random random = new Random(SEED);
    Path path = folder.resolve("log.csv");
    try (BufferedWriter out = Files.newBufferedWriter(path)) {
      out.write("time,client,name,type,count,url\n");
      for (int i = 0; i < ROWS; i++) {
        String site = SITES.get(random.nextInt(SITES.size()));
        String host = random.nextInt(3) == 0 ? "WWW." : "h" + random.nextInt(500) + ".";
        String name = host + site + (random.nextInt(5) == 0 ? "." : "");
        String url = random.nextInt(9) == 0 ? "http://" + host + "reddit.com/p" : "";
        out.write(
            "%s,192.0.%d.%d,%s,%s,%s,%s%n"
                .formatted(
                    time(random),
                    random.nextInt(5),
                    random.nextInt(256),
                    name,
                    TYPES.get(random.nextInt(TYPES.size())),
                    COUNTS.get(random.nextInt(COUNTS.size())),
                    url));
      }
    }
    return path;
  }

  /** Times in all the forms that a column of text may have, and none, and nonsense. */
  private static String time(Random random) {
    long seconds = Instant.parse("2021-03-26T00:00:00Z").getEpochSecond() + random.nextInt(500_000);
    Instant at = Instant.ofEpochSecond(seconds);
    return switch (random.nextInt(8)) {
      case 0 -> at.toString();
      case 1 -> at.atOffset(ZoneOffset.ofHours(3)).toString();
      case 2 -> LocalDateTime.ofInstant(at, ZoneOffset.UTC).toString().replace('T', ' ') + ":00.5";
      case 3 -> String.valueOf(seconds);
      case 4 -> seconds + "123";
      case 5 -> "";
      case 6 -> "Mar 27 10:00:00";
      default -> at.toString().substring(0, 10);
    };
  }

  private Path parquet(Path csv) throws SQLException, IOException {
    Path path = folder.resolve("log.parquet");
    try (DuckDb duck = DuckDb.open(500, 1)) {
      duck.run(
          "COPY (SELECT * FROM read_csv(%s, all_varchar = true, nullstr = '')) TO %s (FORMAT parquet)"
              .formatted(DuckDb.quoted(csv.toString()), DuckDb.quoted(path.toString())));
    }
    return path;
  }

  private static Map<String, Object> numbers(Measure measure, Engine engine, Path... files)
      throws IOException {
    return numbers(Example.replay(measure, views()), engine, files);
  }

  private static Map<String, Object> numbers(Replay replay, Engine engine, Path... files)
      throws IOException {
    Impact impact = Example.run(replay, engine, files);
    Map<String, Object> tree = new ImpactJson(impact, List.of()).tree();
    tree.remove("engine");
    tree.remove("traffic");
    tree.put("rows", impact.traffic().rows());
    impact
        .traffic()
        .files()
        .get(0)
        .skipped()
        .forEach(one -> tree.put(one.why().toString(), one.rows()));
    return tree;
  }

  @ParameterizedTest
  @EnumSource(Measure.class)
  void theSameNumbersWhicheverPathAndFormat(Measure measure) throws IOException, SQLException {
    Path csv = csv();
    Path parquet = parquet(csv);
    Map<String, Object> expected = numbers(measure, Engine.JAVA, csv);
    assertEquals(expected, numbers(measure, Engine.DUCKDB, csv));
    assertEquals(expected, numbers(measure, Engine.JAVA, parquet));
    assertEquals(expected, numbers(measure, Engine.DUCKDB, parquet));
    assertTrue(expected.toString().contains("rule=" + measure.word() + " *t.co*"), "no change");
    assertEquals((long) ROWS, expected.get("rows"));
    assertTrue(expected.keySet().containsAll(List.of("NAME", "TYPE", "COUNT", "URL")));
  }

  static List<Timing> timings() {
    Optional<Instant> none = Optional.empty();
    Optional<Instant> since = Optional.of(Instant.parse("2021-03-27T21:30:00.5Z"));
    Optional<Instant> until = Optional.of(Instant.parse("2021-03-29T00:00:00Z"));
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    return List.of(
        new Timing(none, none, ZoneId.of("UTC"), Optional.empty()),
        new Timing(none, none, ZoneId.of("Asia/Kolkata"), Optional.of(Grain.DAY)),
        new Timing(none, none, berlin, Optional.of(Grain.HOUR)),
        new Timing(since, until, berlin, Optional.empty()),
        new Timing(none, until, ZoneId.of("+03:00"), Optional.of(Grain.DAY)));
  }

  /** On 28 March 2021 Berlin put its clocks forward: an hour of it never was. */
  @ParameterizedTest
  @MethodSource("timings")
  void theSameNumbersOverTime(Timing timing) throws IOException, SQLException {
    Path csv = csv();
    Path parquet = parquet(csv);
    Replay replay = Example.replay(Measure.BLOCK, views(), Optional.of(timing));
    Map<String, Object> expected = numbers(replay, Engine.JAVA, csv);
    assertEquals(expected, numbers(replay, Engine.DUCKDB, csv));
    assertEquals(expected, numbers(replay, Engine.JAVA, parquet));
    assertEquals(expected, numbers(replay, Engine.DUCKDB, parquet));
    assertEquals((long) ROWS, expected.get("rows"));
    boolean cut = expected.keySet().containsAll(List.of("OUTSIDE", "NO_TIME", "TIME"));
    assertEquals(timing.isBounded(), cut, "what is outside is told");
    Impact impact = Example.run(replay, Engine.JAVA, csv);
    for (ViewImpact view : impact.views()) {
      Timetable times = view.times().orElseThrow();
      long placed = times.rows().stream().mapToLong(Timetable.Row::all).sum();
      long apart =
          Stream.of(times.untold(), times.unreadable())
              .flatMap(map -> map.values().stream())
              .mapToLong(n -> n)
              .sum();
      assertEquals(impact.requests(), placed + apart, "every request has its place");
      assertEquals(timing.isBounded(), apart == 0);
      assertTrue(times.rows().size() > 1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TIMESTAMP '2021-03-10 07:00:00' + INTERVAL (range * 7) MINUTE",
        "TIMESTAMPTZ '2021-03-10 07:00:00+03' + INTERVAL (range * 7) MINUTE",
        "CASE WHEN range % 5 = 0 THEN NULL ELSE DATE '2021-03-10' + CAST(range AS INTEGER) END",
        "make_timestamp_ns(1615359599999999999 + range * 500000000)",
        "CAST(make_timestamp_ms(1615359599999 + range * 500) AS TIMESTAMP_MS)",
        "1615359600 + range * 600",
        "CASE WHEN range % 5 = 0 THEN 'infinity' ELSE TIMESTAMP '1969-12-31 22:00:00' END",
        "TIME '07:00:00'"
      })
  void parquetHasTimesOfManyKinds(String time) throws IOException, SQLException {
    Path path = folder.resolve("times.parquet");
    try (DuckDb duck = DuckDb.open(500, 1)) {
      duck.run(
          "COPY (SELECT 'h' || range || '.reddit.com' AS name, %s AS time FROM range(50)) TO %s (FORMAT parquet)"
              .formatted(time, DuckDb.quoted(path.toString())));
    }
    for (Timing timing : timings().subList(0, 3)) {
      Replay replay = Example.replay(Measure.BLOCK, views(), Optional.of(timing));
      assertEquals(numbers(replay, Engine.JAVA, path), numbers(replay, Engine.DUCKDB, path), time);
    }
    Optional<Instant> since = Optional.of(Instant.parse("2021-03-10T07:00:00Z"));
    Timing later = new Timing(since, Optional.empty(), ZoneId.of("UTC"), Optional.empty());
    Replay replay = Example.replay(Measure.BLOCK, views(), Optional.of(later));
    if (time.startsWith("TIME ") || time.contains("infinity")) {
      assertThrows(BadTraffic.class, () -> numbers(replay, Engine.JAVA, path));
      assertThrows(BadTraffic.class, () -> numbers(replay, Engine.DUCKDB, path));
    } else {
      assertEquals(numbers(replay, Engine.JAVA, path), numbers(replay, Engine.DUCKDB, path), time);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aStretchWithoutARequestIsRefused(Engine engine) throws IOException, SQLException {
    Timing later =
        new Timing(
            Optional.of(Instant.parse("2031-01-01T00:00:00Z")),
            Optional.empty(),
            ZoneId.of("UTC"),
            Optional.empty());
    Replay replay = Example.replay(Measure.BLOCK, views(), Optional.of(later));
    Path csv = csv();
    Path parquet = parquet(csv);
    for (Path path : List.of(csv, parquet)) {
      BadTraffic refused = assertThrows(BadTraffic.class, () -> Example.run(replay, engine, path));
      assertTrue(
          String.valueOf(refused.getMessage()).contains("no request from 2031-01-01T00:00:00Z"),
          refused.getMessage());
    }
  }

  @Test
  void severalFilesAreOneLog() throws IOException, SQLException {
    Path csv = csv();
    Path parquet = parquet(csv);
    Path lines = Example.DATA.resolve("queries.jsonl");
    assertEquals(
        numbers(Measure.BLOCK, Engine.JAVA, csv, lines, parquet),
        numbers(Measure.BLOCK, Engine.DUCKDB, csv, lines, parquet));
  }

  /** A column of numbers is taken as the text of them would be. */
  @Test
  void parquetWithNumbers() throws IOException, SQLException {
    Path path = folder.resolve("numbers.parquet");
    try (DuckDb duck = DuckDb.open(500, 1)) {
      duck.run(
          """
          COPY (SELECT 'h' || range || '.reddit.com' AS name, 1 AS type,
                  CASE WHEN range %% 7 = 0 THEN NULL ELSE range - 1 END AS count
                FROM range(50)) TO %s (FORMAT parquet)"""
              .formatted(DuckDb.quoted(path.toString())));
    }
    Map<String, Object> java = numbers(Measure.BLOCK, Engine.JAVA, path);
    assertEquals(java, numbers(Measure.BLOCK, Engine.DUCKDB, path));
    assertEquals(1L, java.get("COUNT"));
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void whatIsNoParquetIsRefusedByItsName(Engine engine) throws IOException {
    Path path = Files.writeString(folder.resolve("log.parquet"), "PAR1 and then nothing");
    BadTraffic refused =
        assertThrows(
            BadTraffic.class,
            () -> Example.run(Example.replay(Measure.BLOCK, views()), engine, path));
    assertTrue(
        String.valueOf(refused.getMessage()).startsWith(path + ": found"), refused.getMessage());
    assertTrue(!String.valueOf(refused.getMessage()).contains("\n"), refused.getMessage());
  }
}
