package nadzor.story.report;

import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.censor.Restriction;
import nadzor.story.EventBook;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One line of {@code events.jsonl}: one restriction with everything that it rests on. */
final class EventLine {
  private EventLine() {}

  static ObjectNode of(EventBook.Event event) {
    Restriction restriction = event.restriction();
    ObjectNode line = Json.simulation();
    line.put("at", event.at().toString());
    line.put("network", restriction.network());
    line.put("client", restriction.clientHash());
    line.put("server", restriction.server());
    line.put("on", restriction.on());
    line.put("name", restriction.name());
    line.put("action", restriction.action());
    line.put("residual", restriction.residual());
    line.set("rule", rule(restriction.rule()));
    reason(line, restriction.rule().reason());
    ArrayNode held = line.putArray("heldBy");
    restriction
        .heldBy()
        .forEach(
            rule -> {
              ObjectNode one = rule(rule);
              reason(one, rule.reason());
              held.add(one);
            });
    return line;
  }

  private static ObjectNode rule(Rule rule) {
    return Json.object()
        .put("matcher", rule.matcher().toString())
        .put("measure", rule.measure().word());
  }

  private static void reason(ObjectNode line, Reason reason) {
    if (reason instanceof Reason.OfDecision decision) {
      line.put("decision", decision.decision()).put("case", decision.caseFile());
    } else if (reason instanceof Reason.OfList list) {
      line.putObject("list").put("file", list.file()).put("line", list.line());
    }
  }
}
