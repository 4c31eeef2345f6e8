package nadzor.registry;

import java.time.Instant;

/**
 * A recorded violation no longer counts. The record stays; a corrected one is a further violation.
 * Immutable.
 */
public record Retraction(String violationId, Instant retractedAt, String why) implements Entry {
  @Override
  public EntryKind kind() {
    return EntryKind.RETRACTION;
  }

  @Override
  public String about() {
    return violationId;
  }

  @Override
  public Instant happenedAt() {
    return retractedAt;
  }

  @Override
  public void accept(EntryVisitor visitor) {
    visitor.retraction(this);
  }
}
