package nadzor.registry;

import java.time.Instant;
import java.util.Optional;

/**
 * A decision of an authority in a case. Immutable.
 *
 * @param id its id
 * @param caseId the case it is taken in
 * @param authority who decides
 * @param agreedWith in agreement with whom
 * @param grounds the laws, dates and number it rests on
 * @param order what it orders, and on what
 * @param timetable when
 * @param mark how the register marks its entries
 * @param supersedes the id of the decision in whose place it stands once it is in force
 * @param because why policy came to it; empty where it is given
 */
public record Decision(
    String id,
    String caseId,
    String authority,
    Optional<String> agreedWith,
    Grounds grounds,
    Order order,
    Timetable timetable,
    RegisterMark mark,
    Optional<String> supersedes,
    Optional<Because> because)
    implements Entry {
  private static final int MAX_TARGETS = 1000;

  /** Refuses what cannot be, whatever the journal holds: order of instants, empty fields. */
  public Decision {
    String where = "decision " + id;
    Require.filled(where, "id", id);
    Require.filled(where, "authority", authority);
    Require.filled(where, "law", grounds.announcedLaw());
    Require.filled(where, "law in the register", grounds.registerLaw());
    Require.some(where, "role in its scope", order.scope());
    Require.some(where, "platform it is on", order.targets());
    if (order.targets().size() > MAX_TARGETS) {
      throw new RegistryException(
          where, order.targets().size() + " platforms", "at most " + MAX_TARGETS);
    }
    DecisionDates.check(where, grounds, timetable, mark);
  }

  @Override
  public EntryKind kind() {
    return EntryKind.DECISION;
  }

  @Override
  public String about() {
    return id;
  }

  @Override
  public Instant happenedAt() {
    return timetable.proposedAt();
  }

  @Override
  public void accept(EntryVisitor visitor) {
    visitor.decision(this);
  }
}
