package nadzor.censor;

import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;

/**
 * What was said of one sighting, for feeds. Immutable; its words are put together when asked for.
 *
 * @param on the kind of sighting
 * @param name what was seen, as it was seen; empty where there was no name
 * @param verdict the effect's word, {@code pass} where nothing was restricted
 * @param action the profile's action, empty for a pass
 * @param rule the rule that was carried out; empty for a pass
 * @param heldBy all rules that hold the name
 * @param residual whether an earlier trigger's residual did it
 * @param version the number of the blocklist version that ruled
 */
public record FlowJudgement(
    String on,
    String name,
    String verdict,
    String action,
    Optional<Rule> rule,
    List<Rule> heldBy,
    boolean residual,
    long version) {
  private static final String PASS = "pass";

  /** Copies the list. */
  public FlowJudgement {
    heldBy = List.copyOf(heldBy);
  }

  static FlowJudgement pass(String on, String name, long version) {
    return new FlowJudgement(on, name, PASS, "", Optional.empty(), List.of(), false, version);
  }

  static FlowJudgement of(Restriction told, String verdict, boolean residual, long version) {
    return new FlowJudgement(
        told.on(),
        told.name(),
        verdict,
        told.action(),
        Optional.of(told.rule()),
        told.heldBy(),
        residual,
        version);
  }

  /** Whether nothing was restricted. */
  public boolean isPass() {
    return rule.isEmpty();
  }

  /** The decision behind the rule; empty where a list or the profile itself is. */
  public Optional<String> decision() {
    return ofDecision().map(Reason.OfDecision::decision);
  }

  /** The case in which that decision was taken. */
  public Optional<String> caseFile() {
    return ofDecision().map(Reason.OfDecision::caseFile);
  }

  /** Why, a label for each rule that holds the name. */
  public List<String> reasons() {
    return heldBy.stream().map(held -> held.reason().label()).toList();
  }

  private Optional<Reason.OfDecision> ofDecision() {
    return rule.map(Rule::reason)
        .filter(Reason.OfDecision.class::isInstance)
        .map(Reason.OfDecision.class::cast);
  }
}
