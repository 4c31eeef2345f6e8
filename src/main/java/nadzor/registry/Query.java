package nadzor.registry;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which records are looked for; what is empty does not matter, and all that is given must hold.
 * Immutable.
 *
 * @param resource records about platforms that have, as known, this name, address or URL
 * @param platform records about the platform of this id, those about its operator included
 * @param caseFile records in the case of this id
 * @param decision the decision of this id with all that is about it
 * @param authority records by this authority, or in agreement with it
 * @param legalBasis records that cite this law
 * @param from only what happened at that instant or later
 * @param until only what happened before that instant
 * @param kinds records of these kinds; none for all
 * @param words words that a record must all have, in any order and case
 * @param newestFirst the last record first
 */
public record Query(
    Optional<Asked> resource,
    Optional<String> platform,
    Optional<String> caseFile,
    Optional<String> decision,
    Optional<String> authority,
    Optional<String> legalBasis,
    Optional<Instant> from,
    Optional<Instant> until,
    Set<EntryKind> kinds,
    String words,
    boolean newestFirst) {
  /** Every record, in the order of the journal. */
  public static final Query ALL =
      new Query(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          "",
          false);

  /** The same of records of these kinds that have these words. */
  Query of(Set<EntryKind> some, String text) {
    return new Query(
        resource,
        platform,
        caseFile,
        decision,
        authority,
        legalBasis,
        from,
        until,
        some,
        text,
        newestFirst);
  }

  /** Copies the set. */
  public Query {
    kinds = Set.copyOf(kinds);
  }
}
