package nadzor.probe;

import java.util.Collections;
import java.util.Optional;

/**
 * What an observation means beside its control: the same site and technique in the neutral network
 * at about the same time. A pure function; the order of its rules is that of OONI's ts-017, with
 * the handshake's trickle (OONI, March 2022) before it.
 *
 * <ol>
 *   <li>either lacks what the technique needs: not measured
 *   <li>the instrument failed, here or in the control: unsure
 *   <li>the control died: down
 *   <li>a whole response over verified TLS: never blocked, whatever DNS said or the page holds
 *       (ts-017: a final response over https is not blocked); slow by {@link SlowCheck}
 *   <li>a whole response in the clear: compared by {@link PageComparison}; a difference is blamed
 *       on DNS where the addresses differ, else on HTTP
 *   <li>it died, and DNS failed or gave addresses of which the control has none: blocked(dns)
 *   <li>it timed out while data trickled: slow
 *   <li>it died: blocked at that stage
 * </ol>
 *
 * @param outcome the verdict
 * @param why one clause for people
 */
public record Assessment(Outcome outcome, String why) {
  /** Below this share of the control's rate a step is slow. */
  public static final double SLOW_SHARE = SlowCheck.SHARE_OF_CONTROL;

  /**
   * Compares.
   *
   * @throws IllegalArgumentException if they are of different sites or techniques
   */
  public static Assessment of(Observation seen, Observation control) {
    requireComparable(seen.cell(), control.cell());
    Optional<Facility> missing = seen.missing().or(control::missing);
    if (missing.isPresent()) {
      String why = missing.get().complaint();
      return new Assessment(Outcome.notMeasured(why), why);
    }
    if (instrumentFailed(seen) || instrumentFailed(control)) {
      return new Assessment(Outcome.UNSURE, "the instrument failed");
    }
    if (control.death().isPresent()) {
      return new Assessment(Outcome.DOWN, "the control: " + control.death().get());
    }
    return seen.death().isPresent()
        ? ofDead(seen, seen.death().get(), control)
        : ofWhole(seen, control);
  }

  private static void requireComparable(Cell seen, Cell control) {
    boolean same =
        seen.site().equals(control.site())
            && seen.technique().name().equals(control.technique().name());
    if (!same) {
      throw new IllegalArgumentException(control + " is no control for " + seen);
    }
  }

  private static boolean instrumentFailed(Observation each) {
    return each.death().filter(death -> death.failure().isOfTheInstrument()).isPresent();
  }

  private static Assessment ofWhole(Observation seen, Observation control) {
    boolean inTheClear = seen.tls().isEmpty();
    Optional<String> difference = inTheClear ? difference(seen, control) : Optional.empty();
    if (difference.isPresent()) {
      Stage stage = dnsAgrees(seen, control) ? Stage.HTTP : Stage.DNS;
      return new Assessment(Outcome.blocked(stage), difference.get());
    }
    return SlowCheck.reason(seen, control)
        .map(reason -> new Assessment(Outcome.SLOW, reason))
        .orElseGet(() -> new Assessment(Outcome.OK, proof(seen)));
  }

  private static String proof(Observation seen) {
    return seen.cell().technique().depth().proof();
  }

  private static Optional<String> difference(Observation seen, Observation control) {
    return seen.answer()
        .flatMap(
            answer -> control.answer().flatMap(other -> PageComparison.difference(answer, other)));
  }

  private static Assessment ofDead(Observation seen, Death death, Observation control) {
    if (death.stage() == Stage.DNS) {
      return new Assessment(Outcome.blocked(Stage.DNS), death.toString());
    }
    if (!dnsAgrees(seen, control)) {
      String why = "other addresses than the control's, then " + death;
      return new Assessment(Outcome.blocked(Stage.DNS), why);
    }
    boolean timedOut = death.failure().name() == Failure.Name.GENERIC_TIMEOUT_ERROR;
    Optional<String> trickle = timedOut ? SlowCheck.reason(seen, control) : Optional.empty();
    return trickle
        .map(reason -> new Assessment(Outcome.SLOW, reason))
        .orElseGet(() -> new Assessment(Outcome.blocked(death.stage()), death.toString()));
  }

  /**
   * At least one address in common (ts-017, dns_consistency; ASNs mean nothing here), or nobody was
   * asked: a relay looks names up itself.
   */
  private static boolean dnsAgrees(Observation seen, Observation control) {
    boolean unasked = seen.dns().isEmpty() && control.dns().isEmpty();
    return unasked || !Collections.disjoint(seen.addresses(), control.addresses());
  }
}
