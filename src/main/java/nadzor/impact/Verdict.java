package nadzor.impact;

import java.util.List;

/**
 * What an update does to one kind of request. Immutable.
 *
 * @param changes one for each view, in their order
 */
record Verdict(List<Change> changes) {
  Verdict {
    changes = List.copyOf(changes);
  }

  boolean isFree() {
    return changes.stream().allMatch(change -> change.outcome() == Outcome.STILL_FREE);
  }

  List<Outcome> outcomes() {
    return changes.stream().map(Change::outcome).toList();
  }
}
