package nadzor.web;

import java.util.List;
import java.util.Optional;
import nadzor.office.Archive;
import nadzor.office.Revisions;
import nadzor.office.View;
import nadzor.registry.CaseFile;
import nadzor.registry.CaseState;
import nadzor.registry.Decision;
import nadzor.registry.Platform;
import nadzor.registry.ProposalState;
import nadzor.registry.Registry;
import nadzor.registry.RegistryException;
import nadzor.registry.Subject;
import tools.jackson.databind.node.ObjectNode;

/** Cases as JSON. */
record CaseShape(View view, Archive archive) {
  ObjectNode of(CaseFile file) {
    Registry registry = view.registry();
    ObjectNode node = Json.object();
    node.put("id", file.id());
    node.set("subject", subject(registry, file.subject()));
    node.put("authority", file.authority());
    node.put("opened", file.opened().toString());
    node.put("state", state(registry, file));
    registry
        .closing(file.id())
        .filter(closing -> !closing.closedAt().isAfter(view.at()))
        .ifPresent(
            closing -> {
              node.put("closed", closing.closedAt().toString());
              node.put("closedWhy", closing.why());
            });
    List<Platform> reach = registry.catalogue().reach(file.subject());
    node.set("platforms", Json.texts(reach.stream().map(Platform::id).toList()));
    node.put("violations", registry.violations(file.subject(), view.at()).size());
    counts(node, file);
    node.put("revision", archive.revision(Revisions.Kind.CASE, file.id()));
    return node;
  }

  private void counts(ObjectNode node, CaseFile file) {
    Registry registry = view.registry();
    List<Decision> decisions = registry.decisionsIn(file.id());
    node.put("demands", registry.demandsIn(file.id()).size());
    node.put(
        "proposals",
        registry.proposalsIn(file.id(), view.at()).stream()
            .filter(one -> one.state() == ProposalState.PENDING)
            .count());
    node.put("decisions", decisions.size());
    node.put("inForce", PlatformShape.inForce(decisions, view).size());
  }

  String state(Registry registry, CaseFile file) {
    return registry.caseState(file.id(), view.at()).equals(Optional.of(CaseState.CLOSED))
        ? "closed"
        : "open";
  }

  static ObjectNode subject(Registry registry, Subject subject) {
    ObjectNode node = Json.object();
    node.put("kind", subject instanceof Subject.OfPlatform ? "platform" : "operator");
    node.put("id", subject.id());
    try {
      node.put("name", registry.catalogue().name(subject));
    } catch (RegistryException e) {
      node.put("name", subject.id());
    }
    return node;
  }
}
