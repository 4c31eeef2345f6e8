package nadzor.impact.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nadzor.impact.Breakdown;
import nadzor.impact.Count;
import nadzor.impact.Dimension;
import nadzor.impact.HitName;
import nadzor.impact.Outcome;
import nadzor.impact.ViewImpact;

/** Tables of the page. */
final class Tables {
  private static final List<Outcome> SHOWN =
      List.of(
          Outcome.NEWLY_RESTRICTED,
          Outcome.NEWLY_FREE,
          Outcome.OTHERWISE_RESTRICTED,
          Outcome.STILL_RESTRICTED);

  private Tables() {}

  static Markup totals(ViewImpact view) {
    List<List<String>> rows = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      long requests = view.of(outcome).requests();
      rows.add(
          List.of(
              outcome.word(),
              Numbers.of(requests),
              Numbers.share(requests, view.requests()),
              Numbers.of(view.of(outcome).names())));
    }
    return table(
        "Requests and distinct names", List.of("outcome", "requests", "share", "names"), rows);
  }

  static Markup breakdown(Breakdown by) {
    List<String> heads = new ArrayList<>(List.of(by.by().word()));
    SHOWN.forEach(outcome -> heads.add(outcome.word()));
    List<List<String>> rows = new ArrayList<>();
    for (Breakdown.Row row : by.rows()) {
      List<String> cells = new ArrayList<>(List.of(row.key()));
      SHOWN.forEach(outcome -> cells.add(said(by.by(), row.of(outcome))));
      rows.add(cells);
    }
    String caption =
        "By %s: requests%s, %d of %s rows"
            .formatted(
                by.by().word(),
                by.by() == Dimension.CLIENTS ? "" : " (names)",
                rows.size(),
                Numbers.of(by.keys()));
    return rows.isEmpty() ? Markup.NONE : table(caption, heads, rows);
  }

  /** Of clients no names are counted. */
  private static String said(Dimension by, Count count) {
    return by == Dimension.CLIENTS ? Numbers.of(count.requests()) : Numbers.of(count);
  }

  static Markup names(String caption, List<HitName> names) {
    List<List<String>> rows =
        names.stream()
            .map(
                hit ->
                    List.of(
                        hit.name(),
                        Numbers.of(hit.requests()),
                        hit.reach().word(),
                        hit.stranger() ? "another site" : "its site",
                        hit.rule()))
            .toList();
    return rows.isEmpty()
        ? Markup.NONE
        : table(caption, List.of("name", "requests", "reached", "rule is about", "rule"), rows);
  }

  static Markup table(String caption, List<String> heads, List<List<String>> rows) {
    Markup head =
        Markup.all(
            heads.stream()
                .map(one -> Markup.Tag.of("th").with("scope", "col").saying(one))
                .toList());
    Markup body = Markup.all(rows.stream().map(Tables::row).toList());
    Markup table =
        Markup.Tag.of("table")
            .holding(
                Markup.Tag.of("caption").saying(caption),
                Markup.Tag.of("thead").holding(Markup.Tag.of("tr").holding(head)),
                Markup.Tag.of("tbody").holding(body));
    return Markup.Tag.of("div")
        .as("scroll")
        .with("role", "group")
        .with("aria-label", caption)
        .with("tabindex", "0")
        .holding(table);
  }

  private static Markup row(List<String> cells) {
    return Markup.Tag.of("tr")
        .holding(
            IntStream.range(0, cells.size())
                .mapToObj(
                    i ->
                        i == 0
                            ? Markup.Tag.of("th").with("scope", "row").saying(cells.get(0))
                            : Markup.Tag.of("td").saying(cells.get(i)))
                .toList());
  }
}
