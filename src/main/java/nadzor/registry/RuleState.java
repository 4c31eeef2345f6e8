package nadzor.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a policy rule stands. Immutable.
 *
 * @param rule the rule
 * @param subject on whom
 * @param state whether it fires
 * @param due when it fires, if nothing is recorded before; in the past where it is due
 * @param because the records that count now
 * @param why what holds it back, in words: conditions that do not hold, what stands already
 */
public record RuleState(
    PolicyRule rule,
    Subject subject,
    State state,
    Optional<Instant> due,
    Because because,
    List<String> why) {
  /** Copies the list. */
  public RuleState {
    why = List.copyOf(why);
  }

  /** Whether a rule fires. */
  public enum State {
    /** It fires now. */
    DUE,
    /** It will fire at an instant, unless something is recorded before. */
    LATER,
    /** What it made stands: a proposal waits, a decision has not ended. */
    STANDING,
    /** It made what it can make, or the same grounds were used before. */
    DONE,
    /** Conditions do not hold. */
    WAITING
  }

  static RuleState of(Trigger trigger, Registry registry, Instant now) {
    Optional<Instant> at = trigger.earliest(registry.lastAt());
    RuleOn on = trigger.on();
    List<String> unmet = trigger.unmetAt(now);
    Optional<String> standing = on.history(registry).standing(now);
    List<String> why = unmet;
    State state = State.WAITING;
    if (at.isPresent()) {
      state = at.get().isAfter(now) ? State.LATER : State.DUE;
    } else if (standing.isPresent()) {
      state = State.STANDING;
      why = standing.stream().toList();
    } else if (unmet.isEmpty()) {
      state = State.DONE;
      why = List.of(whyDone(trigger, registry, now));
    }
    return new RuleState(on.rule(), on.subject(), state, at, trigger.because(now), why);
  }

  private static String whyDone(Trigger trigger, Registry registry, Instant now) {
    if (trigger.on().proposal(registry, now).isEmpty()) {
      return "no open case on " + trigger.on().subject().id();
    }
    return trigger.isSpent() ? "its decision was taken" : "no new grounds";
  }
}
