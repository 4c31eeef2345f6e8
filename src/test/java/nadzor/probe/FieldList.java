package nadzor.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields that one format knows, written by hand after ooni/spec; says what does not fit. */
final class FieldList {
  static final Path FOLDER = Path.of("test-data", "ooni");
  private final JsonNode list;

  private FieldList(JsonNode list) {
    this.list = list;
  }

  static JsonNode read(Path file) {
    try {
      return JsonMapper.builder().build().readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that speak of a place in a measurement. */
  static List<FieldList> all() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .sorted()
          .map(FieldList::read)
          .filter(each -> each.has("at"))
          .map(FieldList::new)
          .toList();
    }
  }

  /** What is wrong with a measurement. */
  List<String> complaints(JsonNode measurement) {
    List<String> complaints = new ArrayList<>();
    for (JsonNode place : places(measurement)) {
      check(place, complaints);
    }
    return complaints;
  }

  /** How many places of the measurement this speaks of. */
  int count(JsonNode measurement) {
    return places(measurement).size();
  }

  String at() {
    return list.get("at").asString();
  }

  private List<JsonNode> places(JsonNode measurement) {
    List<JsonNode> found = List.of(measurement);
    for (String step : at().substring(1).split("/", -1)) {
      List<JsonNode> deeper = new ArrayList<>();
      for (JsonNode each : found) {
        if (step.equals("*")) {
          each.forEach(deeper::add);
        } else if (step.isEmpty()) {
          deeper.add(each);
        } else if (each.has(step)) {
          deeper.add(each.get(step));
        }
      }
      found = deeper;
    }
    return found;
  }

  private void check(JsonNode place, List<String> complaints) {
    JsonNode fields = list.get("fields");
    for (String key : place.propertyNames()) {
      Optional<JsonNode> type =
          Optional.ofNullable(fields.get(key)).or(() -> Optional.ofNullable(fields.get(key + "?")));
      if (type.isEmpty() && !key.startsWith("x_")) {
        complaints.add(at() + " has " + key);
      }
      if (type.isPresent() && !fits(place.get(key), type.get().asString())) {
        complaints.add(at() + " " + key + " is " + place.get(key) + ", no " + type.get());
      }
    }
    for (String key : fields.propertyNames()) {
      if (!key.endsWith("?") && !place.has(key)) {
        complaints.add(at() + " lacks " + key);
      }
    }
  }

  private static boolean fits(JsonNode value, String types) {
    return Stream.of(types.split("\\|")).anyMatch(type -> isOf(value, type));
  }

  private static boolean isOf(JsonNode value, String type) {
    return switch (type) {
      case "string" -> value.isString();
      case "number" -> value.isNumber();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "time" ->
          value.isString() && value.asString().matches("\\d{4}(-\\d\\d){2} \\d\\d(:\\d\\d){2}");
      default -> value.isString() && value.asString().equals(type);
    };
  }
}
