package nadzor.registry;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/** A state of something that is recorded, with the states that may follow it. */
interface State<S extends State<S>> {
  /** The states that may follow; none for a final one. */
  Set<S> next();

  /** The word in files and messages, as {@code in force}. */
  String word();

  /**
   * Refuses a move that the table does not have.
   *
   * @param title what would move
   */
  default void checkMove(String title, S to, Instant at) {
    if (!next().contains(to)) {
      throw new RegistryException(
          title, "the move from " + word() + " to " + to.word() + " at " + at, allowed());
    }
  }

  private String allowed() {
    if (next().isEmpty()) {
      return "no further move: " + word() + " is final";
    }
    return next().stream().map(State::word).sorted().collect(Collectors.joining(" or "))
        + " after "
        + word();
  }
}
