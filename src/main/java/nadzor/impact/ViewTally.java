package nadzor.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nadzor.blocklist.Rule;
import nadzor.impact.traffic.Stamp;
import nadzor.impact.traffic.Timing;

/** Adds up what the update changes under one view. Not thread-safe. */
final class ViewTally {
  private final String view;
  private final Naming naming;
  private final int most;
  private final Cells.Cell totals = new Cells.Cell();
  private final Map<Dimension, Cells> tables = new EnumMap<>(Dimension.class);
  private final HitNames restricted;
  private final HitNames free;
  private final Periods periods = new Periods();

  ViewTally(String view, Naming naming, int most) {
    this.view = view;
    this.naming = naming;
    this.most = most;
    restricted = new HitNames(most);
    free = new HitNames(most);
    for (Dimension by : Dimension.values()) {
      tables.put(by, new Cells());
    }
  }

  private Cells table(Dimension by) {
    return tables.getOrDefault(by, new Cells());
  }

  /** Names that are free in all views, before and after. */
  void rest(Count count) {
    totals.add(Outcome.STILL_FREE, count);
  }

  /** All requests for one name. */
  void name(String name, String site, List<Change> changes, List<Heard> heard) {
    long restrictedRequests = 0;
    long freeRequests = 0;
    Set<Rule> after = new HashSet<>();
    Set<Rule> before = new HashSet<>();
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      long requests = heard.get(i).requests();
      Outcome outcome = change.outcome();
      totals.add(outcome, name, requests);
      if (outcome == Outcome.NEWLY_RESTRICTED) {
        restrictedRequests += requests;
        after.addAll(change.rules());
      } else if (outcome == Outcome.NEWLY_FREE) {
        freeRequests += requests;
        before.addAll(change.rules());
      }
      if (outcome != Outcome.STILL_FREE) {
        breakDown(name, site, change, requests);
      }
    }
    if (!after.isEmpty()) {
      restricted.add(name, site, ordered(after), restrictedRequests);
    }
    if (!before.isEmpty()) {
      free.add(name, site, ordered(before), freeRequests);
    }
  }

  /** In an order that does not hang on chance. */
  private static List<Rule> ordered(Set<Rule> rules) {
    return rules.stream().sorted(Comparator.comparing(Rule::toString)).toList();
  }

  private void breakDown(String name, String site, Change change, long requests) {
    Outcome outcome = change.outcome();
    table(Dimension.SITE).at(site).add(outcome, name, requests);
    add(Dimension.PLATFORM, rule -> naming.platform(rule.reason()), name, change, requests);
    add(Dimension.DECISION, rule -> Naming.source(rule.reason()), name, change, requests);
    add(Dimension.RULE, Rule::toString, name, change, requests);
  }

  private void add(
      Dimension by, Function<Rule, String> key, String name, Change change, long requests) {
    Cells cells = table(by);
    change.rules().stream()
        .map(key)
        .distinct()
        .forEach(one -> cells.at(one).add(change.outcome(), name, requests));
  }

  /** Requests of a client group. */
  void group(String group, Outcome outcome, long requests) {
    table(Dimension.CLIENTS).at(group).add(outcome, new Count(requests, 0));
  }

  /** Requests of a quarter of an hour. */
  void time(Stamp quarter, Outcome outcome, long requests) {
    periods.add(quarter, outcome, requests);
  }

  ViewImpact impact(Optional<Timing> timing) {
    List<Breakdown> breakdowns = new ArrayList<>();
    tables.forEach((by, cells) -> breakdowns.add(cells.breakdown(by, most)));
    return new ViewImpact(
        view,
        totals.counts(),
        List.copyOf(breakdowns),
        restricted.all(),
        free.all(),
        restricted.collateral(),
        timing.map(periods::table));
  }
}
