package nadzor.impact.traffic;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** CSV with a heading. */
record CsvReader(Columns columns) implements TrafficReader {
  private static final int NOWHERE = -1;

  /** Where a row has what. */
  private record Places(
      int name, int type, int count, int url, int who, boolean grouped, int time) {
    RawRow row(List<String> fields) {
      return new RawRow(
          at(fields, name),
          at(fields, type),
          at(fields, count),
          at(fields, url),
          at(fields, who),
          grouped,
          at(fields, time));
    }

    private static String at(List<String> fields, int place) {
      return place == NOWHERE ? "" : fields.get(place);
    }
  }

  @Override
  public void read(InputStream in, Intake intake) throws IOException {
    LogLines lines = new LogLines(in);
    if (!lines.next()) {
      throw intake.broken(1, "an empty file", "a heading with a column '" + columns.name() + "'");
    }
    CsvFields csv = CsvFields.ofHeading(lines.text());
    List<String> heading =
        csv.split(lines.text())
            .orElseThrow(() -> intake.broken(1, "a quote that does not end", "a heading"));
    Places places = places(heading, intake);
    while (lines.next()) {
      row(lines, csv, heading.size(), places, intake);
    }
  }

  private Places places(List<String> heading, Intake intake) throws BadTraffic {
    for (String needed :
        columns.group().map(g -> List.of(columns.name(), g)).orElse(List.of(columns.name()))) {
      if (!heading.contains(needed)) {
        throw intake.broken(
            1, "the columns " + String.join(", ", heading), "a column '" + needed + "'");
      }
    }
    return new Places(
        heading.indexOf(columns.name()),
        heading.indexOf(columns.type()),
        heading.indexOf(columns.count()),
        heading.indexOf(columns.url()),
        heading.indexOf(columns.who()),
        columns.group().isPresent(),
        heading.indexOf(columns.time()));
  }

  private static void row(LogLines lines, CsvFields csv, int width, Places places, Intake intake)
      throws IOException {
    if (lines.isTooLong()) {
      intake.skip(Skip.LONG, lines.number());
      return;
    }
    String text = lines.text();
    Optional<List<String>> fields = csv.split(text);
    if (fields.isPresent() && fields.get().size() == width) {
      intake.row(places.row(fields.get()), lines.number());
    } else if (!text.isBlank()) {
      intake.skip(Skip.ROW, lines.number());
    }
  }
}
