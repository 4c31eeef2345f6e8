package nadzor.office;

import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

  /** How many of the latest versions a new one may be made from. */
  private static final int NEAR = 4;

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
    Set<Rule> rules = new OrderedRules(registry).of(order(plan, registry, at));
    return Stream.concat(
            standing.map(Standing::version).stream(), Lists.reverse(versions()).stream())
        .filter(one -> areSame(rules, one.rules()))
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
    OrderedRules ordered = new OrderedRules(registry);
    for (NetworkPlan plan : scenario.networks()) {
      Set<Rule> rules = ordered.of(order(plan, registry, at));
      List<Rule> before = before(plan);
      if (standing(plan.name()).isEmpty() || !areSame(rules, before)) {
        VersionCard version = version(rules, at);
        lists.activate(plan, version.list());
        standing.put(plan.name(), new Standing(version, at));
        changes.add(change(plan, before, rules, version.list().number()));
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
    OrderedRules ordered = new OrderedRules(registry);
    for (NetworkPlan plan : scenario.networks()) {
      Set<Rule> rules = ordered.of(order(plan, registry, at));
      List<Rule> before = before(plan);
      if (!areSame(rules, before)) {
        changes.add(
            change(plan, before, rules, standing(plan.name()).map(Enforcer::number).orElse(0L)));
      }
    }
    return changes;
  }

  private static long number(Standing one) {
    return one.version().list().number();
  }

  private OrderedRules.Order order(NetworkPlan plan, Registry registry, Instant at) {
    return new OrderedRules.Order(canary(plan.profile()), plan.numbersAt(registry, at));
  }

  /** What a network can do to a name at all: one that cannot block throttles its canary. */
  private Rule canary(Profile profile) {
    return new Rule(
        Matcher.exact(scenario.canaries().restricted().host()),
        profile.canEnforce(Measure.BLOCK) ? Measure.BLOCK : Measure.THROTTLE,
        new Reason.OfList("canaries", 1));
  }

  private List<Rule> before(NetworkPlan plan) {
    return standing(plan.name()).map(one -> one.version().rules()).orElse(List.of());
  }

  /** Whether they are the same, as nearly always in the same order. */
  private static boolean areSame(Set<Rule> rules, List<Rule> held) {
    return rules.size() == held.size()
        && (Iterables.elementsEqual(rules, held) || rules.containsAll(held));
  }

  private static NetworkChange change(
      NetworkPlan plan, List<Rule> held, Set<Rule> after, long version) {
    Set<Rule> before = new HashSet<>(held);
    int added = (int) after.stream().filter(rule -> !before.contains(rule)).count();
    int removed = (int) held.stream().filter(rule -> !after.contains(rule)).count();
    return new NetworkChange(plan.name(), version, after.size(), added, removed);
  }

  /** The version of these rules: one that stands somewhere already, or a new one. */
  private VersionCard version(Set<Rule> rules, Instant at) {
    return standing.values().stream()
        .map(Standing::version)
        .filter(version -> areSame(rules, version.rules()))
        .findFirst()
        .orElseGet(() -> compile(rules, at));
  }

  private VersionCard compile(Set<Rule> rules, Instant at) {
    long start = System.nanoTime();
    Stream<VersionCard> others = Lists.reverse(versions()).stream().limit(NEAR);
    Blocklist list = VersionMaker.make(numbers + 1, rules, others);
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
