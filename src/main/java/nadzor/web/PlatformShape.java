package nadzor.web;

import java.util.List;
import nadzor.office.Archive;
import nadzor.office.Revisions;
import nadzor.office.View;
import nadzor.registry.CaseFile;
import nadzor.registry.Decision;
import nadzor.registry.DecisionState;
import nadzor.registry.Operator;
import nadzor.registry.Platform;
import nadzor.registry.Registry;
import nadzor.registry.Resource;
import nadzor.registry.Subject;
import tools.jackson.databind.node.ObjectNode;

/** Platforms and operators as JSON. */
record PlatformShape(View view, Archive archive) {
  ObjectNode operator(Operator operator) {
    ObjectNode node = brief(operator);
    List<Platform> owned = view.registry().catalogue().reach(new Subject.OfOperator(operator.id()));
    node.set("platforms", Json.texts(owned.stream().map(Platform::id).toList()));
    return node;
  }

  private static ObjectNode brief(Operator operator) {
    ObjectNode node = Json.object();
    node.put("id", operator.id());
    node.put("name", operator.name());
    return node;
  }

  ObjectNode platform(Platform platform) {
    Registry registry = view.registry();
    ObjectNode node = Json.object();
    node.put("id", platform.id());
    node.put("name", platform.name());
    Operator unnamed = new Operator(platform.operatorId(), platform.operatorId());
    node.set(
        "operator", brief(registry.catalogue().operator(platform.operatorId()).orElse(unnamed)));
    node.set("resources", Json.all(platform.resources(), PlatformShape::resource));
    node.put("violations", registry.violations(platform.id(), view.at()).size());
    node.set("inForce", Json.texts(inForce(registry.decisionsOn(platform.id()), view)));
    node.set("cases", Json.texts(registry.casesOn(platform).stream().map(CaseFile::id).toList()));
    node.put("revision", archive.revision(Revisions.Kind.PLATFORM, platform.id()));
    return node;
  }

  static List<String> inForce(List<Decision> decisions, View view) {
    return decisions.stream()
        .map(Decision::id)
        .filter(
            id ->
                view.registry()
                    .decisionState(id, view.at())
                    .filter(DecisionState.IN_FORCE::equals)
                    .isPresent())
        .toList();
  }

  static ObjectNode resource(Resource resource) {
    ObjectNode node = Json.object();
    node.put("match", resource.matcher().toString());
    node.put("role", resource.role().word());
    return node;
  }
}
