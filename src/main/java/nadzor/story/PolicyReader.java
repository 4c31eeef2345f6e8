package nadzor.story;

import java.time.Duration;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nadzor.blocklist.Measure;
import nadzor.files.Node;
import nadzor.registry.Condition;
import nadzor.registry.Policy;
import nadzor.registry.PolicyMode;
import nadzor.registry.PolicyRule;
import nadzor.registry.Proposal;
import nadzor.registry.Subject;
import nadzor.registry.TimeOfDay;

/** Reads the rules that derive decisions. */
final class PolicyReader {
  /** Instead of the id of a platform: every one. */
  private static final String ANY = "any";

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
                subject(node),
                node.items("when").stream().map(PolicyReader::condition).toList(),
                duration(node, "after"),
                notBefore,
                proposal,
                PolicyMode.valueOf(node.text("mode", "decide").toUpperCase(Locale.ROOT))));
  }

  private static Optional<Subject> subject(Node node) {
    boolean any = node.text("on-platform", "").equals(ANY);
    return any ? Optional.empty() : Optional.of(RecordReader.subject(node));
  }

  private static Condition condition(Node node) {
    String key = node.keys().findFirst().orElseThrow();
    Node what = node.get(key);
    return switch (key) {
      case "violations" ->
          new Condition.Violations(what.integer("at-least", 1), set(what, "kinds"), within(what));
      case "demand-ignored" -> new Condition.DemandIgnored(what.text());
      case "demands-ignored" ->
          new Condition.DemandsIgnored(what.integer("at-least", 1), set(what, "by"), within(what));
      case "decisions-in-force" ->
          new Condition.DecisionsInForce(
              what.integer("at-least", 1),
              set(what, "by"),
              what.find("measure")
                  .map(one -> Measure.valueOf(one.text().toUpperCase(Locale.ROOT))));
      default -> new Condition.InForce(what.text());
    };
  }

  private static Set<String> set(Node node, String key) {
    return Set.copyOf(new LinkedHashSet<>(node.texts(key)));
  }

  private static Optional<Duration> within(Node node) {
    return node.find("within").map(Node::duration);
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
