package nadzor.office;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nadzor.registry.Answer;
import nadzor.registry.Decision;
import nadzor.registry.Demand;
import nadzor.registry.Entry;
import nadzor.registry.Lifting;
import nadzor.registry.Recorded;
import nadzor.registry.Registry;
import nadzor.story.NetworkPlan;

/**
 * What will happen by itself as far as is recorded, kept from one question to the next: a new
 * record costs a look at what it is about, and only the first question looks at all records. Asked
 * about one journal as it grows, at instants that do not go back; {@link #forget} begins anew.
 * Thread-safe.
 */
final class Horizon {
  private static final Comparator<Placed> ORDER =
      Comparator.comparing((Placed one) -> one.what.at()).thenComparing(Placed::place);

  private final List<NetworkPlan> networks;
  private final Map<String, List<Placed>> ofDecision = new HashMap<>();
  private final Map<String, List<Placed>> ofDemand = new HashMap<>();
  private final TreeSet<Placed> ahead = new TreeSet<>(ORDER);
  private final TreeSet<Placed> moves = new TreeSet<>(ORDER);
  private final Duration longestLag;

  /** What happened until then is no longer asked for. */
  private Instant passed = Instant.MIN;

  private int followed;
  private long places;

  Horizon(List<NetworkPlan> networks) {
    this.networks = networks;
    longestLag =
        networks.stream()
            .flatMap(plan -> Stream.concat(Stream.of(plan.lag()), plan.lagOf().values().stream()))
            .max(Comparator.naturalOrder())
            .filter(lag -> !lag.isNegative())
            .orElse(Duration.ZERO);
  }

  /** One of those that happen, in an order of its own among those of one instant. */
  private record Placed(Upcoming what, long place) {
    boolean isMove() {
      return what.kind() == Upcoming.Kind.MOVE || what.kind() == Upcoming.Kind.LAG;
    }
  }

  /** Another journal comes. */
  synchronized void forget() {
    ofDecision.clear();
    ofDemand.clear();
    ahead.clear();
    moves.clear();
    followed = 0;
    passed = Instant.MIN;
  }

  /** What happens after that instant, the next first; so many at most. */
  synchronized List<Upcoming> after(Registry registry, Instant now, int most) {
    follow(registry);
    return ahead.stream()
        .filter(one -> one.what.at().isAfter(now))
        .limit(most)
        .map(Placed::what)
        .toList();
  }

  /**
   * When a decision or a network moves next after that instant, up to which everything is carried
   * out: nobody asks for what came before it any more. Empty where none does.
   */
  synchronized Optional<Instant> nextMove(Registry registry, Instant now) {
    passed = now.isAfter(passed) ? now : passed;
    follow(registry);
    dropPassed(ahead);
    dropPassed(moves);
    return moves.isEmpty() ? Optional.empty() : Optional.of(moves.first().what.at());
  }

  private void follow(Registry registry) {
    List<Recorded<?>> entries = registry.entries();
    if (followed == 0) {
      Instant since = passed.equals(Instant.MIN) ? passed : passed.minus(longestLag);
      registry.unsettled(since).forEach(id -> decision(registry, id));
      registry.demands().forEach(one -> demand(registry, one.id()));
    } else if (followed < entries.size()) {
      touched(registry, entries.subList(followed, entries.size()));
    }
    followed = Math.max(followed, entries.size());
  }

  private void dropPassed(NavigableSet<Placed> set) {
    while (!set.isEmpty() && !set.first().what.at().isAfter(passed)) {
      set.pollFirst();
    }
  }

  private void touched(Registry registry, List<Recorded<?>> fresh) {
    Set<String> decisions = new LinkedHashSet<>();
    Set<String> demands = new LinkedHashSet<>();
    for (Recorded<?> recorded : fresh) {
      Entry entry = recorded.entry();
      if (entry instanceof Decision || entry instanceof Lifting) {
        addChain(registry, entry.about(), decisions);
      } else if (entry instanceof Demand || entry instanceof Answer) {
        demands.add(entry.about());
      }
    }
    decisions.forEach(id -> decision(registry, id));
    demands.forEach(id -> demand(registry, id));
  }

  /** What ends a decision, or lets it go on, may change all that it stands in the place of. */
  private static void addChain(Registry registry, String id, Set<String> decisions) {
    Optional<String> next = Optional.of(id);
    while (next.isPresent() && decisions.add(next.get())) {
      next = registry.decision(next.get()).flatMap(Decision::supersedes);
    }
  }

  private void decision(Registry registry, String id) {
    List<Upcoming> all =
        registry.decision(id).stream()
            .flatMap(one -> Upcoming.of(registry, one, networks).stream())
            .toList();
    replace(ofDecision, id, all);
  }

  private void demand(Registry registry, String id) {
    List<Upcoming> all =
        registry.demand(id).flatMap(one -> Upcoming.of(registry, one, passed)).stream().toList();
    replace(ofDemand, id, all);
  }

  private void replace(Map<String, List<Placed>> held, String id, List<Upcoming> all) {
    for (Placed before : held.getOrDefault(id, List.of())) {
      ahead.remove(before);
      moves.remove(before);
    }
    List<Placed> after =
        all.stream()
            .filter(one -> one.at().isAfter(passed))
            .map(one -> new Placed(one, places++))
            .toList();
    ahead.addAll(after);
    after.stream().filter(Placed::isMove).forEach(moves::add);
    if (after.isEmpty()) {
      held.remove(id);
    } else {
      held.put(id, after);
    }
  }
}
