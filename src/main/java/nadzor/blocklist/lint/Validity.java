package nadzor.blocklist.lint;

import java.time.Instant;
import java.util.Optional;

/**
 * When what stands behind a rule holds. Immutable.
 *
 * @param from the first instant; empty for always
 * @param until the instant at which it ends; empty for never
 */
public record Validity(Optional<Instant> from, Optional<Instant> until) {
  /** Always. */
  public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());
}
