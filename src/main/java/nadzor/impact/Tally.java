package nadzor.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadzor.impact.traffic.Stamp;
import nadzor.impact.traffic.Timing;

/**
 * Adds up judged requests, whoever judged them. Each name comes once, with all that was heard of
 * it. Not thread-safe.
 */
final class Tally {
  private final List<ViewTally> views = new ArrayList<>();
  private final VerdictBook book;
  private long requests;
  private long names;

  Tally(List<View> views, VerdictBook book, Naming naming, int most) {
    this.book = book;
    views.forEach(view -> this.views.add(new ViewTally(view.name(), naming, most)));
  }

  /** Names of which every request is free in all views. */
  void rest(Count count) {
    if (count.names() > 0) {
      requests += count.requests();
      names += count.names();
      views.forEach(view -> view.rest(count));
    }
  }

  void name(String name, List<Heard> heard) {
    names++;
    requests += heard.stream().mapToLong(Heard::requests).sum();
    String site = Sites.of(name);
    for (int i = 0; i < views.size(); i++) {
      int view = i;
      List<Change> changes =
          heard.stream().map(one -> book.verdict(one.verdict()).changes().get(view)).toList();
      views.get(i).name(name, site, changes, heard);
    }
  }

  /**
   * Requests of one client group.
   *
   * @param all how many
   * @param noted how many of them have a verdict other than {@link VerdictBook#FREE}, by its number
   */
  void group(String group, long all, Map<Integer, Long> noted) {
    tell(all, noted, (view, outcome, count) -> view.group(group, outcome, count));
  }

  /** The same of the requests of a quarter of an hour. */
  void time(Stamp quarter, long all, Map<Integer, Long> noted) {
    tell(all, noted, (view, outcome, count) -> view.time(quarter, outcome, count));
  }

  /** Takes how many requests have an outcome under a view. */
  private interface Told {
    void count(ViewTally view, Outcome outcome, long requests);
  }

  private void tell(long all, Map<Integer, Long> noted, Told to) {
    long free = all - noted.values().stream().mapToLong(Long::longValue).sum();
    for (int i = 0; i < views.size(); i++) {
      ViewTally view = views.get(i);
      int at = i;
      to.count(view, Outcome.STILL_FREE, free);
      noted.forEach(
          (verdict, count) ->
              to.count(view, book.verdict(verdict).changes().get(at).outcome(), count));
    }
  }

  long requests() {
    return requests;
  }

  long names() {
    return names;
  }

  List<ViewImpact> impacts(Optional<Timing> timing) {
    return views.stream().map(view -> view.impact(timing)).toList();
  }
}
