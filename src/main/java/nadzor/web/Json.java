package nadzor.web;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes and reads JSON: no key twice, bounded depth, numbers and names. */
final class Json {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_NUMBER = 40;
  private static final int MAX_NAME = 200;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_NUMBER)
                          .maxNameLength(MAX_NAME)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  static JsonNode text(String value) {
    return MAPPER.getNodeFactory().stringNode(value);
  }

  static JsonNode number(long value) {
    return MAPPER.getNodeFactory().numberNode(value);
  }

  static JsonNode flag(boolean value) {
    return MAPPER.getNodeFactory().booleanNode(value);
  }

  /**
   * Reads UTF-8.
   *
   * @throws tools.jackson.core.JacksonException if it is no JSON, or no UTF-8
   */
  static JsonNode read(byte[] octets) {
    return MAPPER.readTree(octets);
  }

  static String write(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }

  static void put(ObjectNode node, String key, Optional<?> value) {
    value.ifPresent(some -> node.put(key, some.toString()));
  }

  static ArrayNode texts(Collection<?> values) {
    ArrayNode array = array();
    values.forEach(value -> array.add(value.toString()));
    return array;
  }

  static <T> ArrayNode all(Collection<T> values, Function<T, ? extends JsonNode> shape) {
    ArrayNode array = array();
    values.forEach(value -> array.add(shape.apply(value)));
    return array;
  }
}
