package nadzor.office;

import com.google.common.collect.Lists;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.censor.Profile;
import nadzor.registry.OrderedEntries;
import nadzor.registry.Registry;
import nadzor.registry.RuleDelta;
import nadzor.store.Head;
import nadzor.story.NetworkPlan;
import nadzor.story.Scenario;

/**
 * Compiles what each network applies, and puts it in force: networks with the same rules share one
 * version. A list that does not compile replaces none. Changed under the office's lock, read by
 * anybody.
 */
final class Enforcer {
  private static final int KEPT = 200;

  /** Eight octets each, of all versions together. */
  private static final int MOST_ENTRIES = 4_000_000;

  /** Of how many decisions rules are compared to see whether a version is what is ordered. */
  private static final int ALIKE = 1_000;

  /** How many of the latest versions a new one may be made from. */
  private static final int NEAR = 4;

  private final Scenario scenario;
  private final ListDesk lists;
  private final InstantSource real;
  private final Map<String, Standing> standing = new ConcurrentHashMap<>();
  private final List<VersionCard> versions = new CopyOnWriteArrayList<>();

  /** From before the start. */
  private final List<VersionCard> kept = new CopyOnWriteArrayList<>();

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

  /** The canaries of the networks. */
  Set<Rule> canaries() {
    return scenario.networks().stream()
        .map(plan -> canary(plan.profile()))
        .collect(Collectors.toSet());
  }

  /** A version that others may be made from, though it stands nowhere. */
  void makeFrom(VersionCard version) {
    kept.add(version);
  }

  /**
   * Keeps the longest version that stands in a file, if it is long.
   *
   * @param head of the journal that it goes with
   * @return whether there was one to keep
   * @throws IOException if it cannot be written
   */
  boolean keep(Path file, Head head) throws IOException {
    Optional<VersionCard> longest =
        standing.values().stream()
            .map(Standing::version)
            .filter(one -> one.size() >= VersionMaker.LONG && one.isKnownBy(head.number()))
            .max(Comparator.comparingInt(VersionCard::size));
    if (longest.isPresent()) {
      longest.get().keep(file, head);
    }
    return longest.isPresent();
  }

  /** Another journal comes. */
  void forget() {
    kept.clear();
    settled = Optional.empty();
    horizon.forget();
    versions.replaceAll(VersionCard::alone);
    standing.replaceAll((network, one) -> one.alone());
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
    Ordered ordered = order(plan, registry, at);
    return same(ordered, likely(standing))
        .map(VersionCard::list)
        .orElseGet(() -> VersionMaker.make(0, ordered, likely(standing).limit(NEAR)));
  }

  /** Versions that an order is likely to be, or to be near to: a network's own, then the latest. */
  private Stream<VersionCard> likely(Optional<Standing> own) {
    return Stream.concat(own.map(Standing::version).stream(), Lists.reverse(versions()).stream());
  }

  /** The first of some versions that is what is ordered. */
  private static Optional<VersionCard> same(Ordered ordered, Stream<VersionCard> some) {
    return some.filter(one -> one.near(ordered, ALIKE).filter(RuleDelta::isEmpty).isPresent())
        .findFirst();
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
      Ordered ordered = order(plan, registry, at);
      Optional<RuleDelta> change = change(plan, ordered);
      if (change.filter(RuleDelta::isEmpty).isPresent()) {
        standing.computeIfPresent(plan.name(), (name, one) -> one.as(ordered));
      } else {
        VersionCard version = version(ordered, standing(plan.name()), at);
        lists.activate(plan, version.list());
        standing.put(plan.name(), new Standing(version, at));
        int added = change.map(one -> one.added().size()).orElseGet(version::size);
        int removed = change.map(one -> one.removed().size()).orElse(0);
        changes.add(
            new NetworkChange(
                plan.name(), version.list().number(), version.size(), added, removed));
      }
    }
    return changes;
  }

  /** What changes for a network to which something applies already. */
  private Optional<RuleDelta> change(NetworkPlan plan, Ordered ordered) {
    return standing(plan.name()).map(one -> one.version().changeTo(ordered));
  }

  /** What {@link #activate} would change; changes nothing. */
  List<NetworkChange> foresee(Registry registry, Instant at) {
    List<NetworkChange> changes = new ArrayList<>();
    if (isSettled(registry, at)) {
      return changes;
    }
    for (NetworkPlan plan : scenario.networks()) {
      Ordered ordered = order(plan, registry, at);
      Optional<Standing> before = standing(plan.name());
      RuleDelta change = change(plan, ordered).orElseGet(() -> RuleDelta.adding(ordered.rules()));
      if (!change.isEmpty()) {
        int size = before.map(one -> one.version().size()).orElse(0);
        changes.add(
            new NetworkChange(
                plan.name(),
                before.map(Enforcer::number).orElse(0L),
                size + change.added().size() - change.removed().size(),
                change.added().size(),
                change.removed().size()));
      }
    }
    return changes;
  }

  private static long number(Standing one) {
    return one.version().list().number();
  }

  private Ordered order(NetworkPlan plan, Registry registry, Instant at) {
    return new Ordered(
        canary(plan.profile()), new OrderedEntries(registry, plan.numbersAt(registry, at)));
  }

  /** What a network can do to a name at all: one that cannot block throttles its canary. */
  private Rule canary(Profile profile) {
    return new Rule(
        Matcher.exact(scenario.canaries().restricted().host()),
        profile.canEnforce(Measure.BLOCK) ? Measure.BLOCK : Measure.THROTTLE,
        new Reason.OfList("canaries", 1));
  }

  /** The version of what is ordered: one that stands or stood lately, or a new one. */
  private VersionCard version(Ordered ordered, Optional<Standing> own, Instant at) {
    return same(ordered, standing.values().stream().map(Standing::version))
        .orElseGet(
            () -> compile(ordered, Stream.concat(likely(own).limit(NEAR), kept.stream()), at));
  }

  private VersionCard compile(Ordered ordered, Stream<VersionCard> likely, Instant at) {
    long start = System.nanoTime();
    Blocklist list = VersionMaker.make(numbers + 1, ordered, likely);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    VersionCard card =
        new VersionCard(list, Optional.of(ordered), new VersionCard.Made(at, real.instant(), took));
    numbers++;
    versions.add(card);
    drop();
    return card;
  }

  /** Forgets old versions: more than so many, or so many that what they were made of is much. */
  private void drop() {
    long entries = versions.stream().mapToLong(VersionCard::entries).sum();
    while (versions.size() > KEPT || (versions.size() > NEAR && entries > MOST_ENTRIES)) {
      entries -= versions.remove(0).entries();
    }
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
