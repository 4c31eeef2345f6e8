package nadzor.impact.report;

import java.util.ArrayList;
import java.util.List;
import nadzor.impact.Breakdown;
import nadzor.impact.Count;
import nadzor.impact.HitName;
import nadzor.impact.Impact;
import nadzor.impact.Outcome;
import nadzor.impact.Timetable;
import nadzor.impact.ViewImpact;

/** The impact as one flat CSV (RFC 4180): view, by, key, outcome, requests, names. */
public record ImpactCsv(Impact impact) {
  /** With a heading. */
  public String text() {
    List<String> rows = new ArrayList<>(List.of("view,by,key,outcome,requests,names"));
    for (ViewImpact view : impact.views()) {
      for (Outcome outcome : Outcome.values()) {
        rows.add(row(view.view(), "total", "", outcome.word(), view.of(outcome)));
      }
      view.times().ifPresent(times -> times(view.view(), times, rows));
      view.breakdowns().forEach(table -> table(view.view(), table, rows));
      names(view.view(), "newly-restricted", view.newlyRestricted(), rows);
      names(view.view(), "newly-free", view.newlyFree(), rows);
      names(view.view(), "collateral", view.collateral().top(), rows);
    }
    return String.join("\r\n", rows) + "\r\n";
  }

  /** Of times no names are counted. */
  private static void times(String view, Timetable times, List<String> rows) {
    new PeriodReport(times)
        .keyed()
        .forEach(
            (key, requests) -> {
              for (Outcome outcome : Outcome.values()) {
                if (requests.containsKey(outcome)) {
                  Count count = new Count(requests.getOrDefault(outcome, 0L), 0);
                  rows.add(row(view, times.grain().word(), key, outcome.word(), count));
                }
              }
            });
  }

  private static void table(String view, Breakdown table, List<String> rows) {
    for (Breakdown.Row row : table.rows()) {
      for (Outcome outcome : Outcome.values()) {
        if (row.counts().containsKey(outcome)) {
          rows.add(row(view, table.by().word(), row.key(), outcome.word(), row.of(outcome)));
        }
      }
    }
  }

  private static void names(String view, String what, List<HitName> names, List<String> rows) {
    for (HitName hit : names) {
      rows.add(row(view, "name", hit.name(), what, new Count(hit.requests(), 1)));
    }
  }

  private static String row(String view, String by, String key, String outcome, Count count) {
    return String.join(
        ",",
        quoted(view),
        by,
        quoted(key),
        outcome,
        String.valueOf(count.requests()),
        String.valueOf(count.names()));
  }

  /** Quoted where that is needed; a beginning that spreadsheets take for a formula is defused. */
  private static String quoted(String text) {
    String safe = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
