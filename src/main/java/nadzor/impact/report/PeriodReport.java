package nadzor.impact.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nadzor.impact.Outcome;
import nadzor.impact.Timetable;

/** The difference over time, as each report tells it. */
record PeriodReport(Timetable table) {
  private static final int TEXT_ROWS = 31;
  private static final int PAGE_ROWS = 400;
  private static final List<String> HEADS =
      List.of("newly restricted", "newly free", "otherwise restricted", "unchanged");

  /** Which of all rows, where there are too many to tell. */
  private List<Timetable.Row> first(int most) {
    return table.rows().subList(0, Math.min(most, table.rows().size()));
  }

  private String more(int most) {
    return "the first %s of %s periods"
        .formatted(Numbers.of(most), Numbers.of(table.rows().size()));
  }

  private static List<String> cells(Timetable.Row row) {
    return List.of(
        Numbers.of(row.of(Outcome.NEWLY_RESTRICTED)),
        Numbers.of(row.of(Outcome.NEWLY_FREE)),
        Numbers.of(row.of(Outcome.OTHERWISE_RESTRICTED)),
        Numbers.of(row.unchanged()));
  }

  /** Requests that stand in no period, by what is the matter with their time. */
  private Map<String, Map<Outcome, Long>> apart() {
    Map<String, Map<Outcome, Long>> apart = new LinkedHashMap<>();
    apart.put("without a time", table.untold());
    apart.put("time unreadable", table.unreadable());
    apart.values().removeIf(Map::isEmpty);
    return apart;
  }

  private static Timetable.Row row(Map<Outcome, Long> requests) {
    return new Timetable.Row(Instant.EPOCH, requests);
  }

  /** What the times mean. */
  String note() {
    return "Times that carry no zone were taken for those of "
        + table.zone()
        + ", whose "
        + table.grain().word()
        + "s these are; a time without a year cannot be read.";
  }

  /** For a terminal. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        form(
            "  by " + table.grain().word() + " (" + Numbers.of(table.rows().size()) + ")",
            List.of("RESTRICTED", "FREED", "OTHERWISE", "UNCHANGED")));
    first(TEXT_ROWS).forEach(row -> lines.add(form("    " + table.name(row), cells(row))));
    if (table.rows().size() > TEXT_ROWS) {
      lines.add("    " + more(TEXT_ROWS) + "; --csv and --json tell all");
    }
    apart().forEach((what, requests) -> lines.add(form("    " + what, cells(row(requests)))));
    lines.add("    " + note());
    return lines;
  }

  private static String form(String key, List<String> cells) {
    return String.format(
        Locale.ROOT,
        "%-28s %14s %14s %14s %16s",
        key,
        cells.get(0),
        cells.get(1),
        cells.get(2),
        cells.get(3));
  }

  /** For the page. */
  Markup markup() {
    List<String> heads = new ArrayList<>(List.of(table.grain().word()));
    heads.addAll(HEADS);
    List<List<String>> rows = new ArrayList<>();
    first(PAGE_ROWS).forEach(row -> rows.add(cells(table.name(row), row)));
    apart().forEach((what, requests) -> rows.add(cells(what, row(requests))));
    boolean all = table.rows().size() <= PAGE_ROWS;
    String caption =
        "By " + table.grain().word() + ": requests" + (all ? "" : ", " + more(PAGE_ROWS));
    return Markup.all(
        List.of(
            Plots.changes(table),
            Plots.all(table),
            rows.isEmpty() ? Markup.NONE : Tables.table(caption, heads, rows),
            Markup.Tag.of("p").saying(note())));
  }

  private static List<String> cells(String key, Timetable.Row row) {
    List<String> cells = new ArrayList<>(List.of(key));
    cells.addAll(cells(row));
    return cells;
  }

  /** For programs. */
  Map<String, Object> tree() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("per", table.grain().word());
    all.put("zone", table.zone().getId());
    all.put("rows", table.rows().stream().map(this::tree).toList());
    all.put("no_time", counts(table.untold()));
    all.put("unreadable_time", counts(table.unreadable()));
    return all;
  }

  private Map<String, Object> tree(Timetable.Row row) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("key", table.name(row));
    one.put("from", row.start().toString());
    one.putAll(counts(row.requests()));
    return one;
  }

  private static Map<String, Object> counts(Map<Outcome, Long> requests) {
    Map<String, Object> counts = new LinkedHashMap<>();
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome.word().replace('-', '_'), requests.getOrDefault(outcome, 0L));
    }
    return counts;
  }

  /** Requests by the key of a row, for CSV. */
  Map<String, Map<Outcome, Long>> keyed() {
    Map<String, Map<Outcome, Long>> keyed = new LinkedHashMap<>();
    table.rows().forEach(row -> keyed.put(table.name(row), row.requests()));
    keyed.put("no-time", table.untold());
    keyed.put("unreadable-time", table.unreadable());
    return keyed;
  }
}
