package nadzor.impact;

import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Rule;

/**
 * What two versions do with one request under one view; empty where it is free. Immutable.
 *
 * @param before by the version in force
 * @param after by the one that is to come
 */
public record Change(Optional<Ruling> before, Optional<Ruling> after) {
  /** Free in both. */
  public static final Change NONE = new Change(Optional.empty(), Optional.empty());

  /** What it comes to. */
  public Outcome outcome() {
    if (before.isEmpty()) {
      return after.isEmpty() ? Outcome.STILL_FREE : Outcome.NEWLY_RESTRICTED;
    }
    if (after.isEmpty()) {
      return Outcome.NEWLY_FREE;
    }
    return before.get().measure() == after.get().measure()
        ? Outcome.STILL_RESTRICTED
        : Outcome.OTHERWISE_RESTRICTED;
  }

  /** The rules that answer for it: those of the new version, or the old ones of what is free. */
  public List<Rule> rules() {
    return after.or(() -> before).map(Ruling::rules).orElse(List.of());
  }
}
