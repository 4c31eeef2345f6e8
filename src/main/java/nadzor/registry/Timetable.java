package nadzor.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a decision reaches its states. All instants are stored, none is computed. Immutable.
 *
 * @param proposedAt when it is asked for; from then on the journal can know it
 * @param takenAt when the authority decides
 * @param announcedAt when it becomes public
 * @param inForceFrom when it begins to bind
 * @param until when it ends by itself
 * @param transition the transition in the announcement's own words, such as {@code 48 hours};
 *     printed only, as it need not agree with the instants
 */
public record Timetable(
    Instant proposedAt,
    Instant takenAt,
    Instant announcedAt,
    Instant inForceFrom,
    Optional<Instant> until,
    Optional<String> transition) {
  /** Whether each state is reached not before the one before it, as nearly always. */
  boolean isInOrder() {
    return !takenAt.isBefore(proposedAt)
        && !announcedAt.isBefore(takenAt)
        && !inForceFrom.isBefore(announcedAt);
  }

  /** The moves it plans; the term's end included. */
  Life life(String title) {
    Life life =
        Life.of(
            title,
            List.of(
                new Move(DecisionState.PROPOSED, proposedAt),
                new Move(DecisionState.TAKEN, takenAt),
                new Move(DecisionState.ANNOUNCED, announcedAt),
                new Move(DecisionState.IN_FORCE, inForceFrom)));
    return end().map(life::ended).orElse(life);
  }

  /** The move with which its term ends. */
  Optional<Move> end() {
    return until.map(at -> new Move(DecisionState.LIFTED, at));
  }
}
