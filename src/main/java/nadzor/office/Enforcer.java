package nadzor.office;

import com.google.common.collect.Lists;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.censor.Profile;
import nadzor.registry.Registry;
import nadzor.story.NetworkPlan;
import nadzor.story.Scenario;

/**
 * Compiles what each network applies, and puts it in force: networks with the same rules share one
 * version. A list that does not compile replaces none. Changed under the office's lock, read by
 * anybody.
 */
final class Enforcer {
  private static final int KEPT = 200;

  private final Scenario scenario;
  private final ListDesk lists;
  private final InstantSource real;
  private final Map<String, Standing> standing = new ConcurrentHashMap<>();
  private final List<VersionCard> versions = new CopyOnWriteArrayList<>();
  private final Horizon horizon;
  private volatile Optional<Settled> settled = Optional.empty();
  private long numbers;

  Enforcer(Scenario scenario, ListDesk lists, InstantSource real) {
    this.scenario = scenario;
    this.lists = lists;
    this.real = real;
    horizon = new Horizon(scenario.networks());
  }

  /** What will happen by itself, as far as is recorded. */
  Horizon horizon() {
    return horizon;
  }

  /** Another journal comes. */
  void forget() {
    settled = Optional.empty();
    horizon.forget();
  }

  /**
   * What a network applies by the register at that instant: the version that is in force, where
   * that is the one; else one that was made of the same rules; else one of number 0, which never
   * was in force.
   */
  Blocklist applied(NetworkPlan plan, Registry registry, Instant at) {
    Optional<Standing> standing = standing(plan.name());
    if (isSettled(registry, at) && standing.isPresent()) {
      return standing.get().version().list();
    }
    Set<Rule> rules = rules(plan, registry, at);
    return Stream.concat(
            standing.map(Standing::version).stream(), Lists.reverse(versions()).stream())
        .filter(one -> one.rules().size() == rules.size() && rules.containsAll(one.rules()))
        .map(VersionCard::list)
        .findFirst()
        .orElseGet(() -> Blocklist.compile(0, rules));
  }

  /**
   * Puts in force what the registry orders at that instant; gives the networks that change. Where
   * nothing that rules follow from was recorded since it was last asked, and nothing moved, that
   * costs a look at the new records.
   */
  List<NetworkChange> activate(Registry registry, Instant at) {
    if (isSettled(registry, at)) {
      return List.of();
    }
    List<NetworkChange> changes = new ArrayList<>(compiled(registry, at));
    Settled now = new Settled(registry.limit(), at, horizon.nextMove(registry, at));
    settled = Optional.of(now).filter(one -> controlsFollow());
    return changes;
  }

  /** A control that lags is on no horizon. */
  private boolean controlsFollow() {
    return scenario.networks().stream()
        .noneMatch(plan -> plan.control() && !(plan.lag().isZero() && plan.lagOf().isEmpty()));
  }

  private boolean isSettled(Registry registry, Instant at) {
    return settled.filter(one -> one.holds(registry, at)).isPresent();
  }

  private List<NetworkChange> compiled(Registry registry, Instant at) {
    List<NetworkChange> changes = new ArrayList<>();
    for (NetworkPlan plan : scenario.networks()) {
      Set<Rule> rules = rules(plan, registry, at);
      Optional<Set<Rule>> before = before(plan);
      if (before.filter(rules::equals).isEmpty()) {
        VersionCard version = version(rules, at);
        lists.activate(plan, version.list());
        standing.put(plan.name(), new Standing(version, at));
        changes.add(change(plan, before.orElseGet(Set::of), rules, version.list().number()));
      }
    }
    return changes;
  }

  /** What {@link #activate} would change; changes nothing. */
  List<NetworkChange> foresee(Registry registry, Instant at) {
    List<NetworkChange> changes = new ArrayList<>();
    if (isSettled(registry, at)) {
      return changes;
    }
    for (NetworkPlan plan : scenario.networks()) {
      Set<Rule> rules = rules(plan, registry, at);
      Set<Rule> before = before(plan).orElseGet(Set::of);
      if (!rules.equals(before)) {
        changes.add(
            change(plan, before, rules, standing(plan.name()).map(Enforcer::number).orElse(0L)));
      }
    }
    return changes;
  }

  private static long number(Standing one) {
    return one.version().list().number();
  }

  private Set<Rule> rules(NetworkPlan plan, Registry registry, Instant at) {
    Set<Rule> rules = new LinkedHashSet<>();
    Stream.concat(Stream.of(canary(plan.profile())), plan.rulesAt(registry, at).stream())
        .forEach(rules::add);
    return rules;
  }

  /** What a network can do to a name at all: one that cannot block throttles its canary. */
  private Rule canary(Profile profile) {
    return new Rule(
        Matcher.exact(scenario.canaries().restricted().host()),
        profile.canEnforce(Measure.BLOCK) ? Measure.BLOCK : Measure.THROTTLE,
        new Reason.OfList("canaries", 1));
  }

  private Optional<Set<Rule>> before(NetworkPlan plan) {
    return standing(plan.name()).map(one -> new LinkedHashSet<>(one.version().rules()));
  }

  private static NetworkChange change(
      NetworkPlan plan, Set<Rule> before, Set<Rule> after, long version) {
    int added = (int) after.stream().filter(rule -> !before.contains(rule)).count();
    int removed = (int) before.stream().filter(rule -> !after.contains(rule)).count();
    return new NetworkChange(plan.name(), version, after.size(), added, removed);
  }

  /** The version of these rules: one that stands somewhere already, or a new one. */
  private VersionCard version(Set<Rule> rules, Instant at) {
    return standing.values().stream()
        .map(Standing::version)
        .filter(version -> rules.equals(new LinkedHashSet<>(version.rules())))
        .findFirst()
        .orElseGet(() -> compile(rules, at));
  }

  private VersionCard compile(Set<Rule> rules, Instant at) {
    long start = System.nanoTime();
    Blocklist list = Blocklist.compile(numbers + 1, rules);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    VersionCard card = new VersionCard(list, List.copyOf(rules), at, real.instant(), took);
    numbers++;
    versions.add(card);
    if (versions.size() > KEPT) {
      versions.remove(0);
    }
    return card;
  }

  Optional<Standing> standing(String network) {
    return Optional.ofNullable(standing.get(network));
  }

  /** By network, in the scenario's order. */
  Map<String, Standing> standings() {
    Map<String, Standing> all = new LinkedHashMap<>();
    scenario
        .networks()
        .forEach(plan -> standing(plan.name()).ifPresent(one -> all.put(plan.name(), one)));
    return all;
  }

  /** The latest ones, the first compiled first. */
  List<VersionCard> versions() {
    return List.copyOf(versions);
  }
}
