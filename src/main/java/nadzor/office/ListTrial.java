package nadzor.office;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a version of the list is put in force. Immutable.
 *
 * @param number which one
 * @param mode how far
 * @param share of the clients, for a canary; else 1
 * @param guard what takes it back by itself
 */
public record ListTrial(long number, Mode mode, double share, Guard guard) {
  /** How far a version goes. */
  public enum Mode {
    /** For everybody. */
    FULL,
    /** For a share of the clients. */
    CANARY,
    /** Judged and told, acting on nobody. */
    SHADOW
  }

  /**
   * What takes a version back. Immutable.
   *
   * @param mostNew how many newly restricted requests there may be within the window; empty for any
   *     number
   * @param windowSeconds how long that is
   * @param control hosts that must never be newly restricted, nor what is below them
   */
  public record Guard(Optional<Integer> mostNew, int windowSeconds, List<String> control) {
    /** Nothing. */
    public static final Guard NONE = new Guard(Optional.empty(), 60, List.of());

    /** Copies the list. */
    public Guard {
      control = List.copyOf(control);
      if (windowSeconds < 1 || mostNew.filter(most -> most < 0).isPresent()) {
        throw new IllegalArgumentException("a window or a limit below nothing");
      }
    }

    /** Whether there is none. */
    public boolean isNone() {
      return mostNew.isEmpty() && control.isEmpty();
    }
  }

  /** A trial ends by itself, or by whoever ends it. */
  public record Ended(Instant wall, String why, boolean byGuard) {}

  /** For everybody, without a guard. */
  static ListTrial full(long number) {
    return new ListTrial(number, Mode.FULL, 1, Guard.NONE);
  }
}
