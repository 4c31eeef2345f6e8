package nadzor.registry;

import java.time.Instant;

/**
 * The file on one platform or on an operator; this entry opens it. Immutable.
 *
 * @param id its id
 * @param subject whom it is on; one on an operator reaches all its platforms
 * @param authority who keeps it
 * @param opened since when
 */
public record CaseFile(String id, Subject subject, String authority, Instant opened)
    implements Entry {
  /** Refuses an empty id or authority. */
  public CaseFile {
    Require.filled("case " + id, "id", id);
    Require.filled("case " + id, "authority", authority);
  }

  @Override
  public EntryKind kind() {
    return EntryKind.CASE;
  }

  @Override
  public String about() {
    return id;
  }

  @Override
  public Instant happenedAt() {
    return opened;
  }

  @Override
  public void accept(EntryVisitor visitor) {
    visitor.caseFile(this);
  }
}
