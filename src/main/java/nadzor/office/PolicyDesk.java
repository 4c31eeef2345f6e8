package nadzor.office;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadzor.registry.Due;
import nadzor.registry.Entry;
import nadzor.registry.Policy;
import nadzor.registry.PolicyMode;
import nadzor.registry.PolicyWatch;
import nadzor.registry.Proposed;
import nadzor.registry.Registry;
import nadzor.registry.RuleState;
import nadzor.story.Scenario;

/** The scenario's policy, at work on a live journal. Thread-safe. */
public final class PolicyDesk {
  /** What policy does when a rule fires. */
  public enum Mode {
    /** It proposes, and somebody takes or dismisses. */
    PROPOSE,
    /**
     * It decides by itself, on the grounds of a proposal of its own, where the rule does not say
     * that it proposes only.
     */
    DECIDE
  }

  private final Policy policy;
  private final PolicyWatch watch;
  private volatile Mode mode = Mode.PROPOSE;

  PolicyDesk(Scenario scenario) {
    policy = scenario.derivation().policy();
    watch = new PolicyWatch(policy);
  }

  /** What it does when a rule fires. */
  public Mode mode() {
    return mode;
  }

  void mode(Mode other) {
    mode = other;
  }

  /** All rules, on whom they are, and how they stand. */
  public List<RuleState> standing(Registry registry, Instant now) {
    return policy.explain(registry, now);
  }

  /** On how many platforms and operators rules are. */
  public int size(Registry registry) {
    return watch.size(registry);
  }

  /** Another journal comes. */
  void forget() {
    watch.forget();
  }

  /** What fires first of all that is due by now. */
  Optional<Due> due(Registry registry, Instant now) {
    return watch.due(registry, now);
  }

  /** When something fires next, if nothing is recorded before. */
  Optional<Instant> next(Registry registry) {
    return watch.next(registry);
  }

  /** What is recorded of a rule that fired at that instant. */
  List<Entry> entries(Due due, Instant at) {
    Proposed proposed = new Proposed(due.proposal(), due.because(), due.at());
    boolean proposes = mode == Mode.PROPOSE || due.rule().mode() == PolicyMode.PROPOSE;
    return proposes
        ? List.of(proposed)
        : List.of(proposed, TakeProposal.decision(proposed, at, TakeDecision.When.AT_ONCE));
  }
}
