package nadzor.story;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.censor.Profile;
import nadzor.lab.Laboratory;
import nadzor.registry.Registry;

/**
 * Compiles what each network of a scenario applies at an instant, and puts it in force. The same
 * rules are the same version. Not thread-safe.
 */
public final class StandingLists {
  private final Scenario scenario;
  private final Versions versions = new Versions();

  StandingLists(Scenario scenario) {
    this.scenario = scenario;
  }

  /** For a laboratory that stays at one instant. */
  public static void activate(Scenario scenario, Laboratory laboratory, Instant at) {
    new StandingLists(scenario).activate(laboratory, scenario.journal().at(at), at);
  }

  /** The numbers of the versions in force afterwards, by network. */
  Map<String, Long> activate(Laboratory laboratory, Registry registry, Instant at) {
    Map<String, Long> numbers = new HashMap<>();
    for (NetworkPlan plan : scenario.networks()) {
      Stream<Rule> rules = plan.rulesAt(registry, at).stream();
      Blocklist version =
          versions.of(Stream.concat(Stream.of(canary(plan.profile())), rules).toList());
      laboratory.network(plan.name()).activate(version);
      numbers.put(plan.name(), version.number());
    }
    return numbers;
  }

  /** What a network can do to a name at all: one that cannot block throttles its canary. */
  private Rule canary(Profile profile) {
    return new Rule(
        Matcher.exact(scenario.canaries().restricted().host()),
        profile.canEnforce(Measure.BLOCK) ? Measure.BLOCK : Measure.THROTTLE,
        new Reason.OfList("canaries", 1));
  }
}
