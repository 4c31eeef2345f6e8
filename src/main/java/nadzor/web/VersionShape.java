package nadzor.web;

import java.util.Optional;
import nadzor.blocklist.Rule;
import nadzor.blocklist.RuleCounts;
import nadzor.flow.EnumWords;
import nadzor.office.ListState;
import nadzor.office.ListWorks;
import nadzor.office.lists.EntryKind;
import nadzor.store.lists.Activation;
import nadzor.store.lists.ListVersion;
import tools.jackson.databind.node.ObjectNode;

/** Versions of the list as JSON, with what the networks apply of them. */
record VersionShape(ListWorks works, ListState state) {
  ObjectNode of(ListVersion version) {
    ObjectNode node = Json.object();
    node.put("number", version.number());
    node.put("hash", version.hash());
    version.parent().ifPresent(parent -> node.put("parent", parent));
    node.put("at", version.at().toString());
    node.put("by", version.by());
    node.put("note", version.making().note());
    node.put("rules", version.rules());
    works.counts(version).ifPresent(counts -> node.set("kinds", kinds(counts)));
    node.set("changes", ListShape.counts(version.changes()));
    node.put("inForce", state.inForce().equals(Optional.of(version.number())));
    state
        .trial()
        .filter(trial -> trial.number() == version.number())
        .ifPresent(trial -> node.put("trial", EnumWords.of(trial.mode())));
    node.set(
        "sources",
        Json.all(
            version.making().sources(),
            one -> Json.object().put("file", one.file()).put("sha256", one.sha256())));
    return node;
  }

  static ObjectNode kinds(RuleCounts counts) {
    return Json.object()
        .put("names", counts.names())
        .put("masks", counts.masks())
        .put("addresses", counts.addresses())
        .put("urls", counts.urls());
  }

  static ObjectNode activation(Activation activation) {
    return Json.object()
        .put("number", activation.number())
        .put("at", activation.at().toString())
        .put("by", activation.by())
        .put("rollback", activation.isRollback());
  }

  static ObjectNode entry(Rule rule) {
    return Json.object()
        .put("match", rule.matcher().toString())
        .put("kind", EnumWords.of(EntryKind.of(rule.matcher())))
        .put("measure", rule.word())
        .put("label", rule.reason().label());
  }
}
