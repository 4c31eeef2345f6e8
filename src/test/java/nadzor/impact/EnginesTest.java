package nadzor.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nadzor.blocklist.Measure;
import nadzor.impact.report.ImpactJson;
import nadzor.impact.traffic.BadTraffic;
import nadzor.impact.traffic.DuckDb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
      out.write("client,name,type,count,url\n");
      for (int i = 0; i < ROWS; i++) {
        String site = SITES.get(random.nextInt(SITES.size()));
        String host = random.nextInt(3) == 0 ? "WWW." : "h" + random.nextInt(500) + ".";
        String name = host + site + (random.nextInt(5) == 0 ? "." : "");
        String url = random.nextInt(9) == 0 ? "http://" + host + "reddit.com/p" : "";
        out.write(
            "192.0.%d.%d,%s,%s,%s,%s%n"
                .formatted(
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
    Impact impact = Example.run(Example.replay(measure, views()), engine, files);
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
