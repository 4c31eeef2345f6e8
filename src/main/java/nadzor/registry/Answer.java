package nadzor.registry;

import java.time.Instant;

/**
 * What became of a demand. Immutable.
 *
 * @param demandId which demand
 * @param outcome met or ignored
 * @param answeredAt when
 * @param text what was said or done
 */
public record Answer(String demandId, DemandState outcome, Instant answeredAt, String text)
    implements Entry {
  /** Refuses an answer that leaves the demand open. */
  public Answer {
    if (outcome == DemandState.OPEN) {
      throw new RegistryException("answer " + demandId, "the outcome open", "met or ignored");
    }
  }

  @Override
  public EntryKind kind() {
    return EntryKind.ANSWER;
  }

  @Override
  public String about() {
    return demandId;
  }

  @Override
  public Instant happenedAt() {
    return answeredAt;
  }

  @Override
  public void accept(EntryVisitor visitor) {
    visitor.answer(this);
  }
}
