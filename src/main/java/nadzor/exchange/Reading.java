package nadzor.exchange;

import java.util.Optional;

/**
 * How a list is to be read. Immutable.
 *
 * @param format its format; empty to detect it
 * @param strictness what becomes of it when something in it cannot be used
 * @param limits how much is read
 */
public record Reading(Optional<Format> format, Strictness strictness, Limits limits) {
  /** Detects the format, repairs, leaves out what cannot be used. */
  public static final Reading USUAL = new Reading(Optional.empty(), Strictness.GO_ON, Limits.USUAL);

  /** The same of a format that is known. */
  public static Reading of(Format format) {
    return new Reading(Optional.of(format), Strictness.GO_ON, Limits.USUAL);
  }

  /** The same, stopping at what cannot be used. */
  public Reading stopping() {
    return new Reading(format, Strictness.STOP, limits);
  }
}
