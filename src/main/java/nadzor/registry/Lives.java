package nadzor.registry;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the books know, up to the number of a record, of the moves of decisions. Immutable. */
record Lives(Books books, long limit) {
  /** The life of a decision in the books, with the earliest of its ends. */
  Life of(Decision decision) {
    Timetable times = decision.timetable();
    Life planned = times.life(decision.title());
    Optional<Move> end = spell(decision).end();
    return end.equals(times.end()) ? planned : end.map(planned::ended).orElse(planned);
  }

  /** From when to when it binds, and what ends it. */
  Spell spell(Decision decision) {
    Timetable times = decision.timetable();
    Optional<Move> end = times.end();
    end = earlier(end, liftedAt(decision), DecisionState.LIFTED);
    return new Spell(times, earlier(end, replacedAt(decision.id()), DecisionState.SUPERSEDED));
  }

  /** Of two ends of one instant the first one is told. */
  private static Optional<Move> earlier(
      Optional<Move> end, Optional<Instant> other, DecisionState state) {
    return other
        .filter(at -> end.filter(move -> !move.at().isAfter(at)).isEmpty())
        .map(at -> new Move(state, at))
        .or(() -> end);
  }

  /** The decision of that place in the order of the journal. */
  Decision decision(int place) {
    return books.decisions.upTo(limit).get(place).entry();
  }

  /**
   * A decision with all in whose place it stands, one after another: what is recorded on the one
   * may change all of them.
   */
  List<Recorded<Decision>> chain(String id) {
    List<Recorded<Decision>> chain = new ArrayList<>();
    Optional<Recorded<Decision>> next = books.decisions.find(id, limit);
    while (next.isPresent()) {
      chain.add(next.get());
      long number = next.get().number();
      next =
          next.get()
              .entry()
              .supersedes()
              .flatMap(old -> books.decisions.find(old, limit))
              .filter(old -> old.number() < number);
    }
    return chain;
  }

  /** When the lifting of the decision in that place was recorded. */
  Optional<Instant> liftingRecorded(int place) {
    String id = books.decisions.upTo(limit).get(place).about();
    return books.liftings.find(id, limit).map(Recorded::at);
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
