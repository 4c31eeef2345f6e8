package nadzor.story;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nadzor.blocklist.Rule;
import nadzor.censor.Profile;
import nadzor.flow.DomainName;
import nadzor.registry.EntryNumbers;
import nadzor.registry.Register;
import nadzor.registry.RegisterEntry;
import nadzor.registry.RegisterRules;
import nadzor.registry.Registry;
import nadzor.registry.Why;

/**
 * A network of a scenario. Immutable.
 *
 * @param name its name
 * @param profile how it enforces
 * @param control whether it is the control: restricts nothing
 * @param lag how far it is behind the register; negative where it is ahead
 * @param lagOf the same for single decisions
 */
public record NetworkPlan(
    String name, Profile profile, boolean control, Duration lag, Map<String, Duration> lagOf) {
  /** Copies the map. */
  public NetworkPlan {
    lagOf = Map.copyOf(lagOf);
  }

  /** Which of the register's entries this network applies at that instant. */
  public EntryNumbers numbersAt(Registry registry, Instant at) {
    EntryNumbers all = EntryNumbers.at(registry, at.minus(lag));
    for (Map.Entry<String, Duration> of : lagOf.entrySet()) {
      all = all.with(registry, of.getKey(), at.minus(of.getValue()));
    }
    return all;
  }

  /** The register's entries that this network applies at that instant. */
  public List<RegisterEntry> entriesAt(Registry registry, Instant at) {
    return numbersAt(registry, at).entries(registry);
  }

  /** The rules that this network applies at that instant. */
  public List<Rule> rulesAt(Registry registry, Instant at) {
    return RegisterRules.rules(new Register(at, entriesAt(registry, at)));
  }

  /** The decisions that hold a name here at that instant, with their cases and violations. */
  public List<Why.Holding> holdings(Registry registry, Instant at, DomainName host) {
    if (control) {
      return List.of();
    }
    Stream<Why.Holding> usual =
        Why.of(registry, at.minus(lag), host).holdings().stream()
            .filter(holding -> !lagOf.containsKey(holding.decision().id()));
    Stream<Why.Holding> own =
        lagOf.entrySet().stream()
            .flatMap(
                of ->
                    Why.of(registry, at.minus(of.getValue()), host).holdings().stream()
                        .filter(holding -> holding.decision().id().equals(of.getKey())));
    return Stream.concat(usual, own)
        .sorted(Comparator.comparingLong(holding -> holding.entry().id()))
        .toList();
  }

  /** Entries in force here that the profile has no means to carry out. */
  public List<RegisterEntry> unenforceable(Registry registry, Instant at) {
    return control
        ? List.of()
        : entriesAt(registry, at).stream()
            .filter(entry -> !profile.canEnforce(entry.measure()))
            .toList();
  }
}
