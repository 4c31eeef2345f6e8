package nadzor.web;

import java.util.Locale;
import nadzor.blocklist.ChangeCounts;
import nadzor.blocklist.Reason;
import nadzor.blocklist.RuleChange;
import nadzor.blocklist.VersionDiff;
import nadzor.censor.Restriction;
import nadzor.office.ListEventSeen;
import nadzor.office.ListState;
import nadzor.office.ListTrial;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is in force, tried and different, as JSON. */
final class ListShape {
  private ListShape() {}

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static ObjectNode counts(ChangeCounts counts) {
    return Json.object()
        .put("added", counts.added())
        .put("removed", counts.removed())
        .put("reasons", counts.reasons());
  }

  static ObjectNode state(ListState state) {
    ObjectNode node = Json.object();
    state.inForce().ifPresent(number -> node.put("inForce", number));
    state.trial().ifPresent(trial -> node.set("trial", trial(trial)));
    node.put("newlyRestricted", state.newlyRestricted());
    state
        .ended()
        .ifPresent(
            ended ->
                node.putObject("ended")
                    .put("wall", ended.wall().toString())
                    .put("why", ended.why())
                    .put("byGuard", ended.byGuard()));
    return node;
  }

  private static ObjectNode trial(ListTrial trial) {
    ObjectNode node = Json.object();
    node.put("number", trial.number());
    node.put("mode", word(trial.mode()));
    node.put("share", trial.share());
    ObjectNode guard = node.putObject("guard");
    trial.guard().mostNew().ifPresent(most -> guard.put("mostNew", most));
    guard.put("windowSeconds", trial.guard().windowSeconds());
    guard.set("control", Json.texts(trial.guard().control()));
    return node;
  }

  static ObjectNode diff(long from, long to, VersionDiff diff) {
    ObjectNode node = Json.object();
    node.put("from", from);
    node.put("to", to);
    node.put("before", diff.from().total());
    node.put("after", diff.to().total());
    node.set("counts", counts(diff.counts()));
    node.set("renamings", renamings(diff));
    node.set("changes", Json.all(diff.changes(), ListShape::change));
    return node;
  }

  /** Sources that are called otherwise, and in how many changes that is all. */
  static ArrayNode renamings(VersionDiff diff) {
    return Json.all(
        diff.renamings().entrySet(),
        one ->
            Json.object()
                .put("from", one.getKey().from())
                .put("to", one.getKey().to())
                .put("changes", one.getValue()));
  }

  static ObjectNode change(RuleChange change) {
    ObjectNode node = Json.object();
    node.put("what", word(change.what()));
    node.put("measure", change.word());
    node.put("matcher", change.matcher().toString());
    node.set("before", Json.texts(change.before().stream().map(Reason::label).toList()));
    node.set("after", Json.texts(change.after().stream().map(Reason::label).toList()));
    return node;
  }

  static ObjectNode event(ListEventSeen event) {
    Restriction restriction = event.restriction();
    ObjectNode node = Json.object();
    node.put("number", event.number());
    node.put("wall", event.wall().toString());
    node.put("version", event.version());
    node.put("shadow", event.shadow());
    node.put("network", restriction.network());
    node.put("client", restriction.clientHash());
    node.put("on", restriction.on());
    node.put("name", restriction.name());
    node.put("action", restriction.action());
    node.put("rule", restriction.rule().toString());
    return node;
  }
}
