package nadzor.censor;

import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Measure;
import nadzor.flow.Sighting;

/**
 * One line of a profile: what a network does at a sighting. Immutable.
 *
 * @param on the kind of sighting
 * @param aim what it is aimed at
 * @param conditions all of them must hold beside
 * @param chance how often it hits where it could, above 0 and at most 1; drawn once for each flow
 *     or question
 * @param action what the network does
 * @param residual what stays after a trigger
 */
public record ProfileRule(
    Sighting.Kind on,
    Aim aim,
    List<Condition> conditions,
    double chance,
    Action action,
    Optional<Residual> residual) {
  /** Checks that action, conditions and residual fit the sighting. */
  public ProfileRule {
    conditions = List.copyOf(conditions);
    if (!action.suits(on)) {
      throw new IllegalArgumentException(
          "action '" + action.name() + "' cannot act on a " + on.word());
    }
    for (Condition condition : conditions) {
      if (!condition.suits(on)) {
        throw new IllegalArgumentException(
            "condition '" + condition.name() + "' cannot be asked of a " + on.word());
      }
    }
    if (!(chance > 0) || chance > 1) {
      throw new IllegalArgumentException("a chance of " + chance + ", expected above 0, at most 1");
    }
    if (residual.isPresent() && isDns(on)) {
      throw new IllegalArgumentException("a " + on.word() + " leaves no residual");
    }
  }

  /** A line on what the register lists by name, without conditions. */
  public ProfileRule(
      Sighting.Kind on, Measure measure, Action action, Optional<Residual> residual) {
    this(on, new Aim.Listed(measure, Aim.By.NAME), List.of(), 1, action, residual);
  }

  /** The measure that it carries out. */
  public Measure measure() {
    return aim.measure();
  }

  boolean holds(Sighting sighting, Scene scene) {
    for (int i = 0; i < conditions.size(); i++) {
      if (!conditions.get(i).holds(sighting, scene)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDns(Sighting.Kind on) {
    return on == Sighting.Kind.DNS_QUESTION || on == Sighting.Kind.DNS_ANSWER;
  }
}
