package nadzor.store.lists;

import java.time.Instant;
import java.util.Optional;
import nadzor.blocklist.ChangeCounts;

/**
 * A version that was built. Immutable.
 *
 * @param number from 1, without gaps
 * @param hash of its content, as {@link nadzor.blocklist.Blocklist#contentHash}
 * @param parent the version before it; empty for the first one
 * @param rules how many it has
 * @param changes against the parent; of a first version all are added
 * @param isDelta whether the folder keeps only what differs from the parent
 * @param making how it came about
 */
public record ListVersion(
    long number,
    String hash,
    Optional<Long> parent,
    int rules,
    ChangeCounts changes,
    boolean isDelta,
    Making making)
    implements ListEvent {
  @Override
  public Instant at() {
    return making.at();
  }

  @Override
  public String by() {
    return making.by();
  }

  /** The name of its file. */
  String file() {
    return String.format(java.util.Locale.ROOT, "%06d.%s", number, isDelta ? "nbd" : "nbl");
  }
}
