package nadzor.web;

import nadzor.office.Verified;
import tools.jackson.databind.node.ObjectNode;

/** The store as JSON. */
final class StoreShape {
  private StoreShape() {}

  static ObjectNode verification(Verified verified) {
    ObjectNode node = Json.object();
    node.put("whole", verified.broken().isEmpty());
    node.put("entries", verified.entries());
    node.put("head", verified.head());
    node.put("kept", true);
    verified
        .broken()
        .ifPresent(
            broken ->
                node.putObject("broken").put("number", broken.number()).put("what", broken.what()));
    return node;
  }
}
