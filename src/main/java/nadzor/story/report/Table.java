package nadzor.story.report;

import static nadzor.story.report.Tag.tag;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table with a caption; the first column heads its rows. Scrolls by itself where the page is too
 * narrow.
 */
record Table(String caption, List<String> columns, List<List<Html>> rows) {
  Html html() {
    return frame(Html.text(caption), caption, columns, rows.stream().map(Table::row).toList());
  }

  private static Html row(List<Html> fields) {
    List<Html> cells =
        IntStream.range(0, fields.size())
            .mapToObj(
                i ->
                    i == 0
                        ? tag("th").with("scope", "row").holding(fields.get(0))
                        : tag("td").holding(fields.get(i)))
            .toList();
    return tag("tr").holding(cells);
  }

  /** A table of rows that are made elsewhere. */
  static Html frame(Html caption, String label, List<String> columns, List<Html> rows) {
    List<Html> heads =
        columns.stream().map(column -> tag("th").with("scope", "col").text(column)).toList();
    Html table =
        tag("table")
            .holding(
                Stream.of(
                        tag("caption").holding(caption),
                        tag("thead").holding(tag("tr").holding(heads)),
                        tag("tbody").holding(rows))
                    .toList());
    return scroll(label, table);
  }

  /** Something wide, in a frame that a keyboard can scroll. */
  static Html scroll(String label, Html wide) {
    return tag("div", "scroll")
        .with("role", "group")
        .with("aria-label", label)
        .with("tabindex", "0")
        .holding(wide);
  }
}
