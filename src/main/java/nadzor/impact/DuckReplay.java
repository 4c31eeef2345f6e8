package nadzor.impact;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadzor.impact.traffic.ClientGroups;
import nadzor.impact.traffic.DuckDb;
import nadzor.impact.traffic.ParquetTable;
import nadzor.impact.traffic.Progress;
import nadzor.impact.traffic.Skip;
import nadzor.impact.traffic.Timing;
import nadzor.impact.traffic.TrafficFile;
import nadzor.impact.traffic.TrafficFormat;
import nadzor.impact.traffic.TrafficSummary;

/**
 * The path through DuckDB: it gathers equal requests (name, type, URL), our judge as its function
 * sees each of them once, and what it said is joined back where clients are counted. That gathering
 * is what makes it fast, not the language it is written in. One run.
 */
record DuckReplay(
    Judge judge,
    Tally tally,
    Twins twins,
    Resources resources,
    ClientGroups groups,
    Optional<Timing> timing,
    Progress progress) {
  private static final String JUDGED =
      "CREATE TEMP TABLE judged (file INTEGER, name VARCHAR, type VARCHAR, url VARCHAR,"
          + " counted BOOLEAN, verdict INTEGER, requests BIGINT, rows BIGINT)";
  private static final String GATHER =
      """
      INSERT INTO judged
      SELECT %1$d, name, type, url, counted, nadzor_judge(name, type, url, counted), requests, rows
      FROM (SELECT name, type, %3$s AS url, %4$s AS counted, requests, rows
            FROM (SELECT name, type%5$s, CAST(sum(count) AS BIGINT) AS requests, count(*) AS rows
                  FROM (%2$s) GROUP BY name, type%6$s))""";

  /**
   * Where the rows of one file are, and how its clients become groups. By what no row differs, rows
   * are not gathered: that is a third of the memory.
   */
  private record Source(
      String rows,
      String group,
      boolean urls,
      boolean counts,
      List<TrafficSummary.FileSummary> read,
      Map<Skip, Long> outside) {
    String gather(int file) {
      String keys = (urls ? ", url" : "") + (counts ? ", count > 0" : "");
      String inner = (urls ? ", url" : "") + (counts ? ", count > 0 AS counted" : "");
      return GATHER.formatted(
          file, rows, urls ? "url" : "''", counts ? "counted" : "true", inner, keys);
    }
  }

  TrafficSummary run(List<TrafficFile> files) throws IOException {
    try (DuckDb duck = DuckDb.open(resources.duckMegabytes(), resources.threads())) {
      new DuckFunctions(judge, groups, timing).register(duck.connection());
      duck.run(JUDGED);
      List<TrafficSummary.FileSummary> summaries = new ArrayList<>();
      List<Source> sources = new ArrayList<>();
      for (TrafficFile file : files) {
        Source source = source(duck, file, sources.size());
        duck.run(source.gather(sources.size()));
        summaries.add(summary(duck, file, sources.size(), source));
        progress.read(file.name(), Files.size(file.path()), summaries.get(sources.size()).rows());
        sources.add(source);
      }
      DuckNames.tell(duck, tally, twins);
      for (int i = 0; i < sources.size(); i++) {
        DuckClients.gather(duck, i, sources.get(i).rows(), sources.get(i).group());
      }
      DuckClients.tell(duck, tally);
      if (timing.isPresent()) {
        for (int i = 0; i < sources.size(); i++) {
          DuckTimes.gather(duck, i, sources.get(i).rows());
        }
        DuckTimes.tell(duck, tally);
      }
      return new TrafficSummary(summaries);
    } catch (SQLException e) {
      throw new IOException("DuckDB: " + e.getMessage(), e);
    }
  }

  private Source source(DuckDb duck, TrafficFile file, int number)
      throws IOException, SQLException {
    if (file.formatFound() == TrafficFormat.PARQUET) {
      ParquetTable table = ParquetTable.of(duck, file.path(), file.columns());
      String group = table.isGrouped() ? "nadzor_named(who)" : "nadzor_group(who)";
      String rows =
          timing.isPresent() ? DuckTimes.within(table.timed(), timing.get()) : table.counted();
      return new Source(
          rows, group, table.hasUrls(), table.hasCounts(), List.of(), left(duck, table));
    }
    DuckLoading loading = DuckLoading.into(duck, "loaded" + number, timing);
    TrafficSummary.FileSummary read = loading.load(file, groups, progress);
    return new Source("SELECT * FROM loaded" + number, "who", true, true, List.of(read), Map.of());
  }

  private Map<Skip, Long> left(DuckDb duck, ParquetTable table) throws IOException, SQLException {
    return timing.isPresent() && timing.get().isBounded()
        ? DuckTimes.outside(duck, table.timed(), timing.get())
        : Map.of();
  }

  private static TrafficSummary.FileSummary summary(
      DuckDb duck, TrafficFile file, int number, Source source) throws IOException, SQLException {
    if (!source.read().isEmpty()) {
      return source.read().get(0);
    }
    long[] rows = {0};
    List<TrafficSummary.Skipped> skipped = new ArrayList<>();
    duck.query(
        "SELECT least(verdict, 0) AS kind, CAST(sum(rows) AS BIGINT) FROM judged WHERE file = "
            + number
            + " GROUP BY kind ORDER BY kind DESC",
        row -> {
          rows[0] += row.getLong(2);
          if (row.getInt(1) < 0) {
            skipped.add(
                new TrafficSummary.Skipped(
                    DuckFunctions.skip(row.getInt(1)), row.getLong(2), file.name()));
          }
        });
    source
        .outside()
        .forEach((why, left) -> skipped.add(new TrafficSummary.Skipped(why, left, file.name())));
    long outside = source.outside().values().stream().mapToLong(Long::longValue).sum();
    skipped.sort(Comparator.comparing(TrafficSummary.Skipped::why));
    long octets = Files.size(file.path());
    return new TrafficSummary.FileSummary(
            file.name(), TrafficFormat.PARQUET, octets, file.hash(), rows[0] + outside, skipped)
        .used();
  }
}
