package nadzor.registry;

import java.time.Instant;
import java.util.Optional;

/**
 * What is asked of the subject of a case. Immutable.
 *
 * @param id its id
 * @param caseId the case it is made in
 * @param by who asks
 * @param what what is asked, as the end of the sentence "... demands to ..."
 * @param madeAt when
 * @param until from this instant on it counts as ignored unless it was met
 */
public record Demand(
    String id, String caseId, String by, String what, Instant madeAt, Optional<Instant> until)
    implements Entry {
  /** Refuses an empty id, author or content, and a term that ends before it starts. */
  public Demand {
    String where = "demand " + id;
    Require.filled(where, "id", id);
    Require.filled(where, "author", by);
    Require.filled(where, "content", what);
    until.ifPresent(
        end ->
            Require.notBefore(
                where,
                new Require.Moment("the end of its term", end),
                new Require.Moment("the demand itself", madeAt)));
  }

  @Override
  public EntryKind kind() {
    return EntryKind.DEMAND;
  }

  @Override
  public String about() {
    return id;
  }

  @Override
  public Instant happenedAt() {
    return madeAt;
  }

  @Override
  public void accept(EntryVisitor visitor) {
    visitor.demand(this);
  }
}
