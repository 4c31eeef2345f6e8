package nadzor.blocklist;

import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of a version beside its rules. Immutable.
 *
 * @param number its number
 * @param contentHash what it holds, as {@link Blocklist#contentHash}
 * @param by who made it
 * @param at when
 * @param parent the number of the version that it was made from; empty for a first one
 * @param size how many rules it has
 * @param delta what changed against the parent
 */
public record VersionRecord(
    long number,
    String contentHash,
    String by,
    Instant at,
    Optional<Long> parent,
    int size,
    ChangeCounts delta) {

  /** Of a version that was made from another. */
  public static VersionRecord of(
      Blocklist list, String by, Instant at, Blocklist parent, VersionDiff diff) {
    return new VersionRecord(
        list.number(),
        list.contentHash(),
        by,
        at,
        Optional.of(parent.number()),
        list.size(),
        diff.counts());
  }

  /** Of a first version. */
  public static VersionRecord first(Blocklist list, String by, Instant at) {
    ChangeCounts all = new ChangeCounts(list.size(), 0, 0);
    return new VersionRecord(
        list.number(), list.contentHash(), by, at, Optional.empty(), list.size(), all);
  }
}
