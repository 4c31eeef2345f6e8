package nadzor.web;

import java.time.Instant;
import java.util.Optional;
import nadzor.registry.Recorded;
import tools.jackson.databind.node.ObjectNode;

/** One line of a case's time. Immutable. */
record Happening(
    Instant at,
    String kind,
    String about,
    String title,
    String text,
    Optional<String> state,
    Optional<Recorded<?>> recorded) {
  ObjectNode json(Instant now) {
    ObjectNode node = Json.object();
    node.put("at", at.toString());
    node.put("kind", kind);
    node.put("about", about);
    node.put("title", title);
    node.put("text", text);
    node.put("planned", at.isAfter(now));
    Json.put(node, "state", state);
    RecordShape.recorded(node, recorded);
    return node;
  }
}
