package nadzor.registry;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One recorded breach by a platform. Immutable.
 *
 * @param id its id
 * @param platformId whose
 * @param at when; {@link MoscowTime#startOf} where only the date is known
 * @param breach what kind of breach
 * @param legalBasis the law it is a breach of
 * @param description what happened
 * @param source where that is stated
 * @param reconstructed whether only a total is public, and this record stands for one of it
 */
public record Violation(
    String id,
    String platformId,
    Instant at,
    String breach,
    String legalBasis,
    String description,
    String source,
    boolean reconstructed)
    implements Entry {
  /** Refuses an empty id, kind or source. */
  public Violation {
    Require.filled("violation " + id, "id", id);
    Require.filled("violation " + id, "kind", breach);
    Require.filled("violation " + id, "source", source);
  }

  /** The date in Moscow. */
  public LocalDate date() {
    return MoscowTime.dateOf(at);
  }

  @Override
  public EntryKind kind() {
    return EntryKind.VIOLATION;
  }

  @Override
  public String about() {
    return id;
  }

  @Override
  public Instant happenedAt() {
    return at;
  }

  @Override
  public void accept(EntryVisitor visitor) {
    visitor.violation(this);
  }
}
