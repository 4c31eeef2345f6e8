package nadzor.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the books know of the moves of decisions: plans, liftings, successors. */
record Lives(Books books) {
  /** The life of a decision in the books, with the earliest of its ends. */
  Life of(Decision decision) {
    Life planned = decision.timetable().life(decision.title());
    List<Move> ends = new ArrayList<>();
    Optional.ofNullable(books.liftings.get(decision.id()))
        .map(lifting -> new Move(DecisionState.LIFTED, lifting.entry().liftedAt()))
        .ifPresent(ends::add);
    replacedAt(decision.id())
        .map(at -> new Move(DecisionState.SUPERSEDED, at))
        .ifPresent(ends::add);
    return ends.stream()
        .min(Comparator.comparing(Move::at))
        .filter(end -> !endsBefore(planned, end.at()))
        .map(planned::ended)
        .orElse(planned);
  }

  private static boolean endsBefore(Life planned, Instant at) {
    return planned.stateAt(at).filter(state -> state.next().isEmpty()).isPresent();
  }

  /** When a successor that comes into force takes the decision's place. */
  Optional<Instant> replacedAt(String decisionId) {
    return successor(decisionId).flatMap(next -> of(next).reaches(DecisionState.IN_FORCE));
  }

  /**
   * The successor that comes into force, as far as is known; one that was lifted before is none.
   */
  Optional<Decision> successor(String decisionId) {
    return books.successors.getOrDefault(decisionId, List.of()).stream()
        .filter(next -> of(next).reaches(DecisionState.IN_FORCE).isPresent())
        .findFirst();
  }
}
