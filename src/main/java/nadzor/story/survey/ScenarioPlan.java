package nadzor.story.survey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.lab.Site;
import nadzor.lab.SiteObject;
import nadzor.probe.Technique;
import nadzor.probe.Techniques;
import nadzor.registry.Registry;
import nadzor.story.NetworkPlan;
import nadzor.story.Scenario;

/** Plans a survey of a scenario's networks as they stand at an instant of its calendar. Pure. */
public final class ScenarioPlan {
  private ScenarioPlan() {}

  /**
   * The plan.
   *
   * @param networks which of the scenario's; the control is never among them
   * @param sites hosts of its world; none: the first that is listed then, and the free canary
   * @throws IllegalArgumentException if there is no such site
   */
  public static SurveyPlan of(
      Scenario scenario,
      Instant at,
      List<NetworkPlan> networks,
      List<Technique> techniques,
      List<String> sites,
      SurveyPlan.Conduct conduct) {
    Registry registry = scenario.journal().at(at);
    List<NetworkPlan> restricting =
        networks.stream().filter(network -> !network.control()).toList();
    List<SurveyNetwork> measured =
        restricting.stream()
            .map(network -> network(scenario, network, registry, at, conduct.scale()))
            .toList();
    List<Target> targets = targets(scenario, measured, sites);
    return new SurveyPlan(
        scenario.allSites(),
        measured,
        ProfilePlan.errands(measured, targets, techniques),
        restricting.stream().flatMap(network -> guards(scenario, network)).toList(),
        Map.of(),
        scenario.canaries().free().host(),
        conduct);
  }

  private static SurveyNetwork network(
      Scenario scenario, NetworkPlan plan, Registry registry, Instant at, double scale) {
    List<Rule> rules = new ArrayList<>(plan.rulesAt(registry, at));
    rules.add(
        new Rule(
            Matcher.exact(scenario.canaries().restricted().host()),
            canBlock(plan) ? Measure.BLOCK : Measure.THROTTLE,
            new Reason.OfList("canaries", 1)));
    return new SurveyNetwork(
        plan.name(), plan.profile().scaled(scale), rules, scenario.canaries().free().host());
  }

  /** A network that cannot block slows its canary down. */
  private static boolean canBlock(NetworkPlan plan) {
    return plan.profile().canEnforce(Measure.BLOCK);
  }

  private static Stream<Guard> guards(Scenario scenario, NetworkPlan plan) {
    Technique plain = Techniques.named("plain").orElseThrow();
    Target free = target(scenario.canaries().free());
    Target restricted = target(scenario.canaries().restricted());
    return Stream.of(
        new Guard(new Errand(plan.name(), free, plain), Guard.Must.PASS),
        new Guard(
            new Errand(plan.name(), restricted, plain),
            canBlock(plan) ? Guard.Must.BE_BLOCKED : Guard.Must.BE_SLOW));
  }

  private static List<Target> targets(
      Scenario scenario, List<SurveyNetwork> networks, List<String> sites) {
    if (!sites.isEmpty()) {
      return sites.stream().map(host -> named(scenario, host)).distinct().toList();
    }
    Stream<Site> listed =
        scenario.sites().stream().filter(site -> isListed(site, networks)).limit(1);
    return Stream.concat(listed, Stream.of(scenario.canaries().free()))
        .map(ScenarioPlan::target)
        .toList();
  }

  private static boolean isListed(Site site, List<SurveyNetwork> networks) {
    return networks.stream()
        .flatMap(network -> network.rules().stream())
        .anyMatch(rule -> rule.matcher().covers(site.host()));
  }

  private static Target named(Scenario scenario, String host) {
    return scenario.allSites().stream()
        .filter(site -> site.host().text().equals(host))
        .findFirst()
        .map(ScenarioPlan::target)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--site: found '"
                        + host
                        + "', expected one of "
                        + String.join(
                            ", ",
                            scenario.allSites().stream()
                                .map(site -> site.host().text())
                                .toList())));
  }

  private static Target target(Site site) {
    String path = site.objects().stream().findFirst().map(SiteObject::path).orElse("/");
    return new Target(site.role(), site.host(), path);
  }
}
