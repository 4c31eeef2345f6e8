package nadzor.probe.ooni;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nadzor.probe.Failure;
import nadzor.probe.HttpHeader;
import nadzor.probe.Span;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the formats write alike: times in seconds, failures as text or null. */
final class Nodes {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final double NANOS = 1e9;

  private Nodes() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  static String line(ObjectNode node) {
    return MAPPER.writeValueAsString(node) + "\n";
  }

  static double seconds(Duration duration) {
    return duration.toNanos() / NANOS;
  }

  static void put(ObjectNode node, String key, Optional<String> text) {
    text.ifPresentOrElse(value -> node.put(key, value), () -> node.putNull(key));
  }

  static ObjectNode failure(ObjectNode node, Optional<Failure> failure) {
    put(node, "failure", failure.map(Failure::text));
    return node;
  }

  /** {@code t0}, {@code t}, no tags, and the one transaction that a visit is. */
  static ObjectNode when(ObjectNode node, Span span) {
    node.put("t0", seconds(span.t0())).put("t", seconds(span.t()));
    node.putArray("tags");
    return node.put("transaction_id", 1);
  }

  /** The headers twice: by name, the first of each, and in order. */
  static void headers(ObjectNode node, List<HttpHeader> headers) {
    ObjectNode byName = node.putObject("headers");
    ArrayNode inOrder = node.putArray("headers_list");
    for (HttpHeader each : headers) {
      if (!byName.has(each.name())) {
        byName.put(each.name(), each.value());
      }
      inOrder.addArray().add(each.name()).add(each.value());
    }
  }
}
