package nadzor.registry;

import java.util.List;
import java.util.stream.Stream;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;

/** Compiles a register to rules. */
public final class RegisterRules {
  private RegisterRules() {}

  /**
   * One rule for each entry and resource, in order. Two decisions that hold one resource give two
   * rules; none is dropped.
   */
  public static List<Rule> rules(Register register) {
    return register.entries().stream().flatMap(RegisterRules::rules).toList();
  }

  /** Those of one entry. */
  static List<Rule> of(RegisterEntry entry) {
    return rules(entry).toList();
  }

  private static Stream<Rule> rules(RegisterEntry entry) {
    Reason reason =
        new Reason.OfDecision(
            entry.decisionId(),
            entry.caseId(),
            entry.decision().org(),
            entry.legalBasis(),
            entry.statement());
    return entry.resources().stream()
        .map(resource -> new Rule(resource.matcher(), entry.measure(), reason));
  }
}
