package nadzor.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.probe.Assessment;
import nadzor.probe.Outcome;

/**
 * The visits of one cell. A verdict that rests on time is held only when a second visit says the
 * same; where two disagree a third decides, and where all three do the cell is unsure. Used by one
 * thread.
 */
public final class Ballot {
  private static final int MOST = 3;

  private final List<Vote> votes = new ArrayList<>();

  /** One more visit. */
  public void add(Vote vote) {
    votes.add(vote);
  }

  /** Whether there was no visit yet. */
  public boolean isEmpty() {
    return votes.isEmpty();
  }

  /** Whether no further visit is due. */
  public boolean isSettled() {
    boolean beyondDoubt = votes.size() == 1 && !votes.get(0).isDoubtful();
    return beyondDoubt || votes.size() == MOST || majority().isPresent();
  }

  /** The vote that counts. */
  public Vote result() {
    Vote last = votes.get(votes.size() - 1);
    if (votes.size() == 1) {
      return last;
    }
    return majority()
        .orElseGet(() -> last.as(new Assessment(Outcome.UNSURE, "repeats disagree: " + words())));
  }

  private Optional<Vote> majority() {
    return votes.stream()
        .filter(vote -> votes.stream().filter(v -> v.outcome().equals(vote.outcome())).count() > 1)
        .findFirst();
  }

  private String words() {
    return String.join(", ", votes.stream().map(vote -> vote.outcome().text()).toList());
  }
}
