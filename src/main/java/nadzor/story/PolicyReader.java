package nadzor.story;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import nadzor.files.Node;
import nadzor.registry.Condition;
import nadzor.registry.Policy;
import nadzor.registry.PolicyRule;
import nadzor.registry.Proposal;
import nadzor.registry.TimeOfDay;

/** Reads the rules that derive decisions. */
final class PolicyReader {
  private final Places places;
  private final OrderReader orders = new OrderReader();

  PolicyReader(Places places) {
    this.places = places;
  }

  Policy read(Node root) {
    List<PolicyRule> rules = root.items("policy").stream().map(this::rule).toList();
    return places.anywhere(() -> new Policy(rules));
  }

  private PolicyRule rule(Node node) {
    String id = node.text("rule");
    Optional<TimeOfDay> notBefore =
        node.find("not-before")
            .map(time -> time.as(LocalTime::parse, "a time of day, as 19:00"))
            .map(TimeOfDay::inMoscow);
    Proposal proposal = proposal(node.get("then"));
    return places.at(
        "policy rule " + id,
        node,
        () ->
            new PolicyRule(
                id,
                RecordReader.subject(node),
                node.items("when").stream().map(PolicyReader::condition).toList(),
                duration(node, "after"),
                notBefore,
                proposal));
  }

  private static Condition condition(Node node) {
    return switch (node.keys().findFirst().orElseThrow()) {
      case "violations" -> new Condition.Violations(node.get("violations").integer("at-least", 1));
      case "demand-ignored" -> new Condition.DemandIgnored(node.text("demand-ignored"));
      default -> new Condition.InForce(node.text("in-force"));
    };
  }

  private Proposal proposal(Node node) {
    String id = node.text("decision");
    return places.at(
        "decision " + id,
        node,
        () ->
            new Proposal(
                id,
                node.text("case"),
                node.text("authority"),
                node.find("agreed-with").map(Node::text),
                orders.grounds(node),
                orders.order(node),
                duration(node, "announced-after"),
                duration(node, "grace"),
                orders.mark(node),
                node.find("supersedes").map(Node::text)));
  }

  private static Duration duration(Node node, String key) {
    return node.find(key).map(Node::duration).orElse(Duration.ZERO);
  }
}
