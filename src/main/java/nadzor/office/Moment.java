package nadzor.office;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nadzor.registry.Registry;
import nadzor.story.NetworkPlan;

/**
 * What a draft may know: all records so far, the calendar, the networks. Immutable, but for the
 * revisions.
 */
public record Moment(
    Registry registry, Instant now, Revisions revisions, List<NetworkPlan> networks) {
  /** Copies the list. */
  public Moment {
    networks = List.copyOf(networks);
  }

  /**
   * The id that is given; else one that is not taken: the prefix, and the first number after so
   * many.
   */
  String idOr(Optional<String> given, String prefix, int count, Predicate<String> taken) {
    return given.orElseGet(() -> fresh(prefix, count + 1, taken));
  }

  /** An id that is not taken: the prefix, and the first number from {@code start} on. */
  String fresh(String prefix, int start, Predicate<String> taken) {
    int number = start;
    while (taken.test(prefix + number)) {
      number++;
    }
    return prefix + number;
  }
}
