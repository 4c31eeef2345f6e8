package nadzor.store.lists;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.ChangeCounts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One event as one line of JSON. */
final class HistoryLine {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private HistoryLine() {}

  static String write(ListEvent event) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("what", event instanceof ListVersion ? "built" : "activated");
    node.put("number", event.number());
    node.put("at", event.at().toString());
    node.put("by", event.by());
    if (event instanceof ListVersion version) {
      version(node, version);
    } else if (event instanceof Activation activation) {
      node.put("rollback", activation.isRollback());
      node.put("why", activation.why());
    }
    return MAPPER.writeValueAsString(node);
  }

  private static void version(ObjectNode node, ListVersion version) {
    node.put("hash", version.hash());
    version.parent().ifPresent(parent -> node.put("parent", parent));
    node.put("rules", version.rules());
    node.put("added", version.changes().added());
    node.put("removed", version.changes().removed());
    node.put("reasons", version.changes().reasons());
    node.put("delta", version.isDelta());
    node.put("note", version.making().note());
    var sources = node.putArray("sources");
    version
        .making()
        .sources()
        .forEach(one -> sources.addObject().put("file", one.file()).put("sha256", one.sha256()));
  }

  /**
   * Reads one.
   *
   * @throws RuntimeException if it is none
   */
  static ListEvent read(String line) {
    JsonNode node = MAPPER.readTree(line);
    long number = node.required("number").asLong();
    Instant at = Instant.parse(node.required("at").asString());
    String by = node.required("by").asString();
    return switch (node.required("what").asString()) {
      case "built" -> version(node, number, new Making(by, at, text(node, "note"), sources(node)));
      case "activated" ->
          new Activation(number, at, by, node.required("rollback").asBoolean(), text(node, "why"));
      default -> throw new IllegalArgumentException("'" + node.required("what") + "'");
    };
  }

  private static String text(JsonNode node, String key) {
    return node.required(key).asString();
  }

  private static ListVersion version(JsonNode node, long number, Making making) {
    Optional<Long> parent =
        node.has("parent") ? Optional.of(node.path("parent").asLong()) : Optional.empty();
    ChangeCounts changes =
        new ChangeCounts(
            node.required("added").asInt(),
            node.required("removed").asInt(),
            node.required("reasons").asInt());
    return new ListVersion(
        number,
        text(node, "hash"),
        parent,
        node.required("rules").asInt(),
        changes,
        node.required("delta").asBoolean(),
        making);
  }

  private static List<SourceFile> sources(JsonNode node) {
    List<SourceFile> all = new ArrayList<>();
    for (JsonNode one : node.required("sources")) {
      all.add(new SourceFile(text(one, "file"), text(one, "sha256")));
    }
    return all;
  }
}
