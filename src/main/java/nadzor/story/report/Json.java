package nadzor.story.report;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How JSON is written: keys in the order in which they are put; what is absent is null. */
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
  private static final ObjectWriter PRETTY =
      MAPPER
          .writer()
          .with(new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));
  private static final double NANOS = 1e9;
  private static final double MICROS = 1e6;
  private static final double TENTHS = 10;

  private Json() {}

  /** An empty object. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** An empty list. */
  public static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /** An object that says first what it is. */
  public static ObjectNode simulation() {
    return object().put("simulation", true);
  }

  /** On one line, with its end. */
  public static String line(JsonNode node) {
    return MAPPER.writeValueAsString(node) + "\n";
  }

  /** For a file of its own. */
  public static String document(JsonNode node) {
    return PRETTY.writeValueAsString(node) + "\n";
  }

  /** A text, or null. */
  public static void put(ObjectNode node, String key, Optional<String> value) {
    value.ifPresentOrElse(text -> node.put(key, text), () -> node.putNull(key));
  }

  /** A number, or null. */
  public static void put(ObjectNode node, String key, OptionalInt value) {
    value.ifPresentOrElse(number -> node.put(key, number), () -> node.putNull(key));
  }

  /** A number in tenths, or null. */
  public static void put(ObjectNode node, String key, OptionalDouble value) {
    value.ifPresentOrElse(
        number -> node.put(key, Math.round(number * TENTHS) / TENTHS), () -> node.putNull(key));
  }

  /** In seconds, to the microsecond. */
  public static void put(ObjectNode node, String key, Duration value) {
    node.put(key, Math.round(value.toNanos() / NANOS * MICROS) / MICROS);
  }
}
