package nadzor.impact.traffic;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object a line. */
record JsonLinesReader(Columns columns) implements TrafficReader {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  @Override
  public void read(InputStream in, Intake intake) throws IOException {
    LogLines lines = new LogLines(in);
    while (lines.next()) {
      if (lines.isTooLong()) {
        intake.skip(Skip.LONG, lines.number());
      } else if (!lines.text().isBlank()) {
        Optional<RawRow> row = row(lines.text());
        if (row.isPresent()) {
          intake.row(row.get(), lines.number());
        } else {
          intake.skip(Skip.ROW, lines.number());
        }
      }
    }
  }

  private Optional<RawRow> row(String line) {
    JsonNode object;
    try {
      object = JSON.readTree(line);
    } catch (JacksonException e) {
      return Optional.empty();
    }
    boolean usable =
        object.isObject() && columns.all().stream().allMatch(at -> isScalar(object, at));
    return usable
        ? Optional.of(
            new RawRow(
                text(object, columns.name()),
                text(object, columns.type()),
                text(object, columns.count()),
                text(object, columns.url()),
                text(object, columns.who()),
                columns.group().isPresent(),
                time(object)))
        : Optional.empty();
  }

  /** What is no text and no number is no time. */
  private String time(JsonNode object) {
    JsonNode value = object.path(columns.time());
    return value.isContainer() ? value.toString() : text(object, columns.time());
  }

  private static boolean isScalar(JsonNode object, String member) {
    JsonNode value = object.path(member);
    return value.isMissingNode() || value.isValueNode();
  }

  /** Nothing for null and for what is not there. */
  private static String text(JsonNode object, String member) {
    JsonNode value = object.path(member);
    return value.isMissingNode() || value.isNull() ? "" : value.asString();
  }
}
