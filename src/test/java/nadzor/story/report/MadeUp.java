package nadzor.story.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.censor.Restriction;
import nadzor.lab.Site;
import nadzor.probe.Assessment;
import nadzor.probe.Observation;
import nadzor.probe.Outcome;
import nadzor.probe.Technique;
import nadzor.probe.Techniques;
import nadzor.registry.Catalogue;
import nadzor.registry.Derivation;
import nadzor.registry.Entry;
import nadzor.registry.Journal;
import nadzor.registry.Platform;
import nadzor.registry.Recorded;
import nadzor.registry.Register;
import nadzor.registry.Registry;
import nadzor.registry.Statements;
import nadzor.story.EventBook;
import nadzor.story.Measured;
import nadzor.story.NetworkPlan;
import nadzor.story.Scenario;
import nadzor.story.ScenarioReader;
import nadzor.story.Step;
import nadzor.story.StepResult;
import nadzor.story.StoryResult;
import nadzor.story.Unenforced;

/** Results as a run would bring them if all came out as the scenario expects. */
final class MadeUp {
  private MadeUp() {}

  static Scenario meta() {
    return new ScenarioReader().read(Path.of("config/scenarios/meta-2022.yaml"));
  }

  /** The first steps; what the scenario expects goes through {@code instead}. */
  static StoryResult played(Scenario scenario, int count, UnaryOperator<Outcome> instead) {
    List<StepResult> steps = new ArrayList<>();
    Instant before = Instant.MIN;
    for (Step step : scenario.steps().subList(0, count)) {
      steps.add(step(scenario, step, before, instead));
      before = step.at();
    }
    List<String> differences =
        steps.stream()
            .flatMap(step -> step.cells().stream())
            .filter(Measured::differs)
            .map(MadeUp::difference)
            .toList();
    boolean complete = count == scenario.steps().size();
    return new StoryResult(scenario, scenario.seed(), steps, differences, complete);
  }

  static StoryResult played(Scenario scenario, int count) {
    return played(scenario, count, outcome -> outcome);
  }

  private static String difference(Measured cell) {
    return "%s, %s: %s (%s)"
        .formatted(
            cell.network(), cell.technique(), cell.outcome().text(), cell.assessment().why());
  }

  private static StepResult step(
      Scenario scenario, Step step, Instant before, UnaryOperator<Outcome> instead) {
    Registry registry = scenario.journal().at(step.at());
    Map<String, Long> versions = new HashMap<>();
    scenario
        .networks()
        .forEach(plan -> versions.put(plan.name(), 1L + plan.rulesAt(registry, step.at()).size()));
    List<Unenforced> unenforced = new ArrayList<>();
    for (NetworkPlan plan : scenario.networks()) {
      plan.unenforceable(registry, step.at())
          .forEach(
              entry ->
                  unenforced.add(
                      new Unenforced(
                          plan.name(),
                          plan.profile().name(),
                          entry.decisionId(),
                          entry.measure())));
    }
    return new StepResult(
        step,
        Statements.between(scenario.journal(), before, step.at()),
        Register.at(registry, step.at()).entries(),
        versions,
        unenforced,
        cells(scenario, step, instead),
        true);
  }

  private static List<Measured> cells(
      Scenario scenario, Step step, UnaryOperator<Outcome> instead) {
    List<Measured> cells = new ArrayList<>();
    for (String group : scenario.groups()) {
      for (Site site : scenario.sites()) {
        if (site.role().equals(group)) {
          for (Technique technique : Techniques.everyday()) {
            for (NetworkPlan plan : scenario.networks()) {
              cells.add(cell(scenario, step, site, technique, plan.name(), instead));
            }
          }
        }
      }
    }
    return cells;
  }

  private static Measured cell(
      Scenario scenario,
      Step step,
      Site site,
      Technique technique,
      String network,
      UnaryOperator<Outcome> instead) {
    var expected = scenario.expected().of(step.name(), network, technique.name(), site);
    Outcome outcome = instead.apply(expected.orElse(Outcome.OK));
    Observation seen = new Visit(site, network, technique, step.at()).to(outcome);
    Observation control = new Visit(site, "control", technique, step.at()).to(Outcome.OK);
    Assessment assessment = Assessment.of(seen, control);
    return new Measured(site, network, technique.name(), seen, control, assessment, expected);
  }

  /** The same story with other names for its platforms and groups. */
  static Scenario renamed(Scenario scenario, UnaryOperator<String> name) {
    Catalogue catalogue =
        new Catalogue(
            List.of(new nadzor.registry.Operator("meta", name.apply("Meta"))),
            scenario.catalogue().platforms().stream()
                .map(
                    one ->
                        new Platform(
                            one.id(), name.apply(one.name()), one.operatorId(), one.resources()))
                .toList());
    List<Entry> entries =
        scenario.journal().entries().stream().<Entry>map(Recorded::entry).toList();
    Derivation derivation =
        new Derivation(
            new nadzor.registry.Policy(List.of()),
            Journal.of(catalogue, entries),
            scenario.derivation().firings(),
            scenario.derivation().waiting());
    List<Site> sites =
        scenario.sites().stream()
            .map(
                site ->
                    new Site(
                        site.host(),
                        site.ipv4(),
                        site.ipv6(),
                        name.apply(site.role()),
                        name.apply(site.title()),
                        site.objects(),
                        site.shows()))
            .toList();
    return new Scenario(
        name.apply(scenario.name()),
        name.apply(scenario.about()),
        scenario.sources().stream().map(name).toList(),
        scenario.seed(),
        sites,
        scenario.canaries(),
        scenario.networks(),
        catalogue,
        derivation,
        scenario.steps(),
        scenario.expected());
  }

  static EventBook.Event event(String name) {
    Rule decided =
        new Rule(
            Matcher.of(".facebook.com"),
            Measure.BLOCK,
            new Reason.OfDecision(
                "fb-2022-03-04", "case-facebook", "an authority", "a law", "a notice"));
    Rule listed =
        new Rule(Matcher.of("*.facebook.com"), Measure.BLOCK, new Reason.OfList("list.txt", 7));
    return new EventBook.Event(
        Instant.parse("2022-03-04T19:00:00Z"),
        new Restriction(
            "tspu-2022",
            "0123456789abcdef",
            "203.0.113.10:443",
            "client-hello",
            name,
            decided,
            List.of(decided, listed),
            "reset",
            false));
  }
}
