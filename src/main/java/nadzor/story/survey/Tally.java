package nadzor.story.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nadzor.probe.Observation;
import nadzor.story.Ballot;
import nadzor.story.Vote;

/** The ballots of a survey: one for each repeat of each cell. Used by one thread. */
final class Tally {
  /** One repeat of one cell. */
  record Turn(Errand errand, int number) {
    /** Who is visited under which control visit. */
    Object controlled() {
      return List.of(errand.target(), errand.technique(), number);
    }
  }

  private record Count(Ballot ballot, List<Observation> visits) {}

  private final Map<Turn, Count> counts = new LinkedHashMap<>();

  Tally(List<Errand> errands, int repeat) {
    for (Errand errand : errands) {
      for (int i = 0; i < repeat; i++) {
        counts.put(new Turn(errand, i), new Count(new Ballot(), new ArrayList<>()));
      }
    }
  }

  /** What is to be visited still. */
  List<Turn> due() {
    return counts.entrySet().stream()
        .filter(each -> isOpen(each.getValue().ballot()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isOpen(Ballot ballot) {
    return ballot.isEmpty() || !ballot.isSettled();
  }

  void add(Turn turn, Observation seen, Observation control) {
    Count count = counts.getOrDefault(turn, new Count(new Ballot(), new ArrayList<>()));
    count.ballot().add(Vote.of(seen, control));
    count.visits().add(seen);
  }

  /** The cells that were visited at all. */
  List<Surveyed> results(Reasons reasons) {
    Map<Errand, List<Count>> byErrand = new LinkedHashMap<>();
    counts.forEach(
        (turn, count) ->
            byErrand.computeIfAbsent(turn.errand(), none -> new ArrayList<>()).add(count));
    List<Surveyed> all = new ArrayList<>();
    byErrand.forEach(
        (errand, each) -> {
          List<Count> voted = each.stream().filter(one -> !one.ballot().isEmpty()).toList();
          if (!voted.isEmpty()) {
            all.add(surveyed(errand, voted, reasons));
          }
        });
    return all;
  }

  private static Surveyed surveyed(Errand errand, List<Count> voted, Reasons reasons) {
    List<Observation> visits = voted.stream().flatMap(one -> one.visits().stream()).toList();
    List<Vote> votes = voted.stream().map(one -> one.ballot().result()).toList();
    return new Surveyed(errand, votes, reasons.of(visits));
  }
}
