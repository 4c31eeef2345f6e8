package nadzor.registry;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the books know, up to the number of a record, of the moves of decisions. Immutable. */
record Lives(Books books, long limit) {
  /** The life of a decision in the books, with the earliest of its ends. */
  Life of(Decision decision) {
    Life planned = decision.timetable().life(decision.title());
    List<Move> ends = new ArrayList<>();
    liftedAt(decision).map(at -> new Move(DecisionState.LIFTED, at)).ifPresent(ends::add);
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

  private Optional<Instant> liftedAt(Decision decision) {
    return books.liftings.find(decision.id(), limit).map(lifting -> lifting.entry().liftedAt());
  }

  /** Whether it is in force then: the same as its life tells, without writing that down. */
  boolean isInForce(Decision decision, Instant when) {
    Timetable times = decision.timetable();
    return !times.inForceFrom().isAfter(when)
        && times.until().filter(end -> !end.isAfter(when)).isEmpty()
        && liftedAt(decision).filter(at -> !at.isAfter(when)).isEmpty()
        && replacedAt(decision.id()).filter(at -> !at.isAfter(when)).isEmpty();
  }

  /** Whether it has no move after that instant: nothing that is recorded on it lies ahead. */
  boolean isSettled(Decision decision, Instant when) {
    Timetable times = decision.timetable();
    return !times.inForceFrom().isAfter(when)
        && times.until().filter(end -> end.isAfter(when)).isEmpty()
        && liftedAt(decision).filter(at -> at.isAfter(when)).isEmpty()
        && books.successors.upTo(decision.id(), limit).stream()
            .noneMatch(next -> next.entry().timetable().inForceFrom().isAfter(when));
  }

  /** When a successor that comes into force takes the decision's place. */
  Optional<Instant> replacedAt(String decisionId) {
    return successor(decisionId).map(next -> next.timetable().inForceFrom());
  }

  /**
   * The successor that comes into force, as far as is known; one that was lifted before is none.
   */
  Optional<Decision> successor(String decisionId) {
    for (Recorded<Decision> next : books.successors.upTo(decisionId, limit)) {
      if (comesIntoForce(next.entry())) {
        return Optional.of(next.entry());
      }
    }
    return Optional.empty();
  }

  /**
   * Nothing ends it before; what ends it in the same instant comes after. A chain of successors,
   * each in force before the one whose place it takes, may be long: it is followed in a loop, and
   * ends, as their instants go back.
   */
  private boolean comesIntoForce(Decision decision) {
    Map<String, Boolean> known = new HashMap<>();
    Deque<Decision> open = new ArrayDeque<>(List.of(decision));
    while (!open.isEmpty()) {
      Decision one = open.peek();
      List<Decision> earlier = endedBefore(one) ? List.of() : earlierSuccessors(one);
      Optional<Decision> next =
          earlier.stream().filter(successor -> !known.containsKey(successor.id())).findFirst();
      if (next.isPresent()) {
        open.push(next.get());
      } else {
        open.pop();
        known.put(
            one.id(),
            !endedBefore(one)
                && earlier.stream()
                    .noneMatch(successor -> known.getOrDefault(successor.id(), false)));
      }
    }
    return known.getOrDefault(decision.id(), false);
  }

  private boolean endedBefore(Decision decision) {
    return liftedAt(decision)
        .filter(at -> at.isBefore(decision.timetable().inForceFrom()))
        .isPresent();
  }

  private List<Decision> earlierSuccessors(Decision decision) {
    return books.successors.upTo(decision.id(), limit).stream()
        .map(Recorded::entry)
        .filter(next -> next.timetable().inForceFrom().isBefore(decision.timetable().inForceFrom()))
        .toList();
  }
}
