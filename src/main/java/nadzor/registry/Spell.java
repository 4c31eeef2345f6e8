package nadzor.registry;

import java.time.Instant;
import java.util.Optional;

/**
 * From when to when a decision binds, and what ends it: what its {@link Life} tells of a decision
 * whose states follow one another, without writing the moves down. Immutable.
 *
 * @param times what it plans
 * @param end when it ends, if ever, and how
 */
record Spell(Timetable times, Optional<Move> end) {
  /** The state at that instant; empty before the proposal. */
  Optional<DecisionState> stateAt(Instant when) {
    if (end.filter(move -> !move.at().isAfter(when)).isPresent()) {
      return end.map(Move::to);
    } else if (!times.inForceFrom().isAfter(when)) {
      return Optional.of(DecisionState.IN_FORCE);
    } else if (!times.announcedAt().isAfter(when)) {
      return Optional.of(DecisionState.ANNOUNCED);
    } else if (!times.takenAt().isAfter(when)) {
      return Optional.of(DecisionState.TAKEN);
    }
    return Optional.of(DecisionState.PROPOSED).filter(state -> !times.proposedAt().isAfter(when));
  }
}
