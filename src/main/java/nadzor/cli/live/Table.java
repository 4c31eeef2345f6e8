package nadzor.cli.live;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows of JSON, printed by columns. Text from the laboratory may be anybody's: control characters
 * are shown as a replacement, so that none reaches the terminal.
 *
 * @param columns in order
 */
record Table(List<Column> columns) {
  private static final String GAP = "  ";

  /**
   * One column.
   *
   * @param title its head
   * @param pointer where a row has its value (RFC 6901)
   */
  record Column(String title, String pointer) {}

  /** Columns given as {@code "TITLE /pointer"}. */
  static Table of(String... columns) {
    List<Column> all = new ArrayList<>();
    for (String column : columns) {
      int blank = column.indexOf(' ');
      all.add(new Column(column.substring(0, blank), column.substring(blank + 1)));
    }
    return new Table(List.copyOf(all));
  }

  void print(PrintWriter out, Form form, List<JsonNode> rows) {
    switch (form) {
      case JSON -> out.println(json(rows));
      case CSV -> csv(out, rows);
      case TABLE -> table(out, rows);
    }
    out.flush();
  }

  /** JSON with line breaks. */
  static String json(Object value) {
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }

  private void csv(PrintWriter out, List<JsonNode> rows) {
    out.print(
        columns.stream().map(c -> quoted(c.title())).collect(Collectors.joining(",")) + "\r\n");
    for (JsonNode row : rows) {
      out.print(cells(row).stream().map(Table::quoted).collect(Collectors.joining(",")) + "\r\n");
    }
  }

  private void table(PrintWriter out, List<JsonNode> rows) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(columns.stream().map(Column::title).toList());
    rows.forEach(row -> lines.add(cells(row).stream().map(Table::printable).toList()));
    int[] widths = new int[columns.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).codePointCount(0, line.get(i).length()));
      }
    }
    lines.forEach(line -> out.println(line(line, widths)));
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      int pad = widths[i] - cell.codePointCount(0, cell.length());
      line.append(i == 0 ? "" : GAP).append(cell).append(" ".repeat(pad));
    }
    return line.toString().stripTrailing();
  }

  private List<String> cells(JsonNode row) {
    return columns.stream().map(column -> text(row.at(column.pointer()))).toList();
  }

  /** A value as a cell shows it: lists with blanks between, nothing for what is not there. */
  static String text(JsonNode value) {
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(Table::text)
          .collect(Collectors.joining(" "));
    }
    return value.isMissingNode() || value.isNull() ? "" : value.asString(value.toString());
  }

  /** Without control characters. */
  static String printable(String text) {
    return text.codePoints()
        .map(
            c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? 0xfffd : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
