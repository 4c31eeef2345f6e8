package nadzor.web;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A request that is not answered, as RFC 9457 tells it. */
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final String TYPE = "urn:nadzor:problem:";

  private final int status;
  private final String word;
  private final String title;
  private final transient List<Fault> faults;

  Problem(int status, String word, String title, String detail, List<Fault> faults) {
    super(detail);
    this.status = status;
    this.word = word;
    this.title = title;
    this.faults = List.copyOf(faults);
  }

  static Problem of(int status, String word, String title, String detail) {
    return new Problem(status, word, title, detail, List.of());
  }

  /** Syntax or values that no state of things would make right. */
  static Problem malformed(Fault fault) {
    return malformed(List.of(fault));
  }

  static Problem malformed(List<Fault> faults) {
    Fault first = faults.get(0);
    String where = first.pointer().isEmpty() ? "" : first.pointer() + ": ";
    return new Problem(
        400, "malformed", "The request is malformed", where + first.detail(), faults);
  }

  static Problem unknown(String what, String id) {
    return of(404, "unknown", "There is no such thing", "no " + what + " '" + id + "'");
  }

  int status() {
    return status;
  }

  String detail() {
    return String.valueOf(getMessage());
  }

  ObjectNode json() {
    ObjectNode node = Json.object();
    node.put("type", TYPE + word);
    node.put("title", title);
    node.put("status", status);
    node.put("detail", detail());
    if (!faults.isEmpty()) {
      ArrayNode errors = node.putArray("errors");
      for (Fault fault : faults) {
        ObjectNode one = errors.addObject();
        one.put("pointer", fault.pointer());
        one.put("detail", fault.detail());
        one.put("found", fault.found());
        one.put("expected", fault.expected());
      }
    }
    return node;
  }
}
