package nadzor.registry;

import java.time.Instant;

/**
 * An operator is entered in the registry, or corrected: of two cards of one id the later one is
 * read. Immutable.
 *
 * @param operator who runs platforms
 * @param enteredAt when
 */
public record OperatorCard(Operator operator, Instant enteredAt) implements Entry {
  @Override
  public EntryKind kind() {
    return EntryKind.OPERATOR;
  }

  @Override
  public String about() {
    return operator.id();
  }

  @Override
  public Instant happenedAt() {
    return enteredAt;
  }

  @Override
  public void accept(EntryVisitor visitor) {
    visitor.operatorCard(this);
  }
}
