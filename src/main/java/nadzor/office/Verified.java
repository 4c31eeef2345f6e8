package nadzor.office;

import java.util.Optional;

/**
 * The hash chain of a journal, walked from the first link to the last. Immutable.
 *
 * @param entries how many records there are, or hold
 * @param head the hash of the last one
 * @param broken the first link that does not hold
 */
public record Verified(long entries, String head, Optional<Broken> broken) {
  /** One link that does not hold. */
  public record Broken(long number, String what) {}
}
