package nadzor.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The moves of one decision in order of time, each allowed after the one before. Immutable. */
record Life(String title, List<Move> moves) {
  /** Puts the moves in order and refuses one that may not follow; the first is a proposal. */
  static Life of(String title, List<Move> planned) {
    List<Move> moves = new ArrayList<>(planned);
    moves.sort(Comparator.comparing(Move::at));
    for (int i = 1; i < moves.size(); i++) {
      moves.get(i - 1).to().checkMove(title, moves.get(i).to(), moves.get(i).at());
    }
    return new Life(title, List.copyOf(moves));
  }

  /** The state at that instant; empty before the proposal. */
  Optional<DecisionState> stateAt(Instant instant) {
    Optional<DecisionState> state = Optional.empty();
    for (Move move : moves) {
      if (move.at().isAfter(instant)) {
        break;
      }
      state = Optional.of(move.to());
    }
    return state;
  }

  /** When it comes to that state, if ever. */
  Optional<Instant> reaches(DecisionState state) {
    return moves.stream().filter(move -> move.to() == state).map(Move::at).findFirst();
  }

  /** This life with an end at that instant; what was planned for later does not happen. */
  Life ended(Move end) {
    List<Move> kept = new ArrayList<>();
    moves.stream().filter(move -> !move.at().isAfter(end.at())).forEach(kept::add);
    if (kept.isEmpty()) {
      throw new RegistryException(
          title,
          "the move to " + end.to().word() + " at " + end.at(),
          "an instant not before its proposal at " + moves.get(0).at());
    }
    kept.add(end);
    return of(title, kept);
  }
}
