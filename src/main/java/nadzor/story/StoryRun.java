package nadzor.story;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nadzor.blocklist.Measure;
import nadzor.lab.Laboratory;
import nadzor.lab.Site;
import nadzor.probe.Assessment;
import nadzor.probe.Limits;
import nadzor.probe.Outcome;
import nadzor.probe.Technique;
import nadzor.probe.Techniques;
import nadzor.registry.Register;
import nadzor.registry.Registry;
import nadzor.registry.Statement;
import nadzor.registry.Statements;

/**
 * Plays a scenario step by step: the calendar jumps, what was decided by then goes into force in
 * every network, statements are published, the probe visits. Used by one thread; {@link #close} may
 * be called by another and ends the run within two seconds.
 */
public final class StoryRun implements AutoCloseable {
  private static final String GUARDED_BY = "plain";

  private final Scenario scenario;
  private final Laboratory laboratory;
  private final StoryClock clock;
  private final Audience audience;
  private final Round round;
  private final StandingLists lists;
  private final List<StepResult> results = new ArrayList<>();
  private volatile boolean stopped;

  /**
   * A run in a laboratory that was started for this scenario.
   *
   * @throws IOException if the laboratory's CA file cannot be read
   */
  public StoryRun(
      Scenario scenario, Laboratory laboratory, StoryClock clock, Limits limits, Audience audience)
      throws IOException {
    this.scenario = scenario;
    this.laboratory = laboratory;
    this.clock = clock;
    this.audience = audience;
    lists = new StandingLists(scenario);
    round =
        new Round(
            laboratory, networks(), scenario.control().name(), limits, clock, scenario.seed());
  }

  /**
   * Plays all steps, or those until {@link #close}.
   *
   * @throws CanaryFailure if a guard does not behave: nothing measured in this run is to be
   *     believed
   */
  public StoryResult play() {
    round.warmUp(scenario.sites());
    Instant last = Instant.MIN;
    int number = 0;
    for (Step step : scenario.steps()) {
      if (stopped) {
        break;
      }
      clock.set(step.at());
      audience.begins(step, ++number, scenario.steps().size());
      foretell(step);
      List<Statement> statements = Statements.between(scenario.journal(), last, step.at());
      statements.forEach(audience::published);
      last = step.at();
      StepResult result = play(step, statements);
      results.add(result);
      audience.ended(result, soFar());
    }
    return soFar();
  }

  private void foretell(Step step) {
    scenario.expected().updates().stream()
        .filter(update -> update.step().equals(step.name()))
        .forEach(update -> audience.foretold(new Foresight(scenario).of(update).lines()));
  }

  private StepResult play(Step step, List<Statement> statements) {
    Registry registry = scenario.journal().at(step.at());
    Map<String, Long> inForce = lists.activate(laboratory, registry, step.at());
    List<Unenforced> unenforced = unenforced(registry, step.at());
    unenforced.forEach(audience::unenforced);
    Visits visits = stopped ? Visits.NONE : visit();
    if (visits.complete()) {
      guard(step, visits);
    }
    return new StepResult(
        step,
        statements,
        Register.at(registry, step.at()).entries(),
        inForce,
        unenforced,
        measured(step, visits),
        visits.complete());
  }

  /** The canaries are visited among the others, so that they guard the very same minutes. */
  private Visits visit() {
    return round.visit(
        scenario.allSites(), progress -> audience.progress(progress.done(), progress.total()));
  }

  private List<String> networks() {
    return scenario.networks().stream().map(NetworkPlan::name).toList();
  }

  private List<Unenforced> unenforced(Registry registry, Instant at) {
    return scenario.networks().stream()
        .flatMap(
            plan ->
                plan.unenforceable(registry, at).stream()
                    .map(
                        entry ->
                            new Unenforced(
                                plan.name(),
                                plan.profile().name(),
                                entry.decisionId(),
                                entry.measure())))
        .toList();
  }

  private void guard(Step step, Visits visits) {
    for (NetworkPlan plan : scenario.networks()) {
      guard(step, plan, scenario.canaries().free(), visits, false);
      guard(step, plan, scenario.canaries().restricted(), visits, !plan.control());
    }
  }

  private void guard(
      Step step, NetworkPlan plan, Site canary, Visits visits, boolean mustBeRestricted) {
    Assessment assessment = visits.of(canary, plan.name(), GUARDED_BY).orElseThrow().assessment();
    boolean restricted =
        plan.profile().canEnforce(Measure.BLOCK)
            ? assessment.outcome() instanceof Outcome.Blocked
            : assessment.outcome().equals(Outcome.SLOW);
    boolean free = assessment.outcome().equals(Outcome.OK);
    if (mustBeRestricted ? !restricted : !free) {
      throw new CanaryFailure(
          "step %s, network %s: the canary %s must be %s and is %s (%s)"
              .formatted(
                  step.name(),
                  plan.name(),
                  canary.host(),
                  mustBeRestricted ? "restricted" : "free",
                  assessment.outcome().text(),
                  assessment.why()));
    }
  }

  private List<Measured> measured(Step step, Visits visits) {
    List<Measured> cells = new ArrayList<>();
    for (String group : scenario.groups()) {
      for (Site site : scenario.sites()) {
        if (site.role().equals(group)) {
          Techniques.everyday()
              .forEach(technique -> cells.addAll(row(step, site, technique, visits)));
        }
      }
    }
    return cells;
  }

  private List<Measured> row(Step step, Site site, Technique technique, Visits visits) {
    return networks().stream()
        .flatMap(
            network ->
                visits
                    .of(site, network, technique.name())
                    .map(vote -> cell(step, site, network, technique.name(), vote))
                    .stream())
        .toList();
  }

  private Measured cell(Step step, Site site, String network, String technique, Vote vote) {
    return new Measured(
        site,
        network,
        technique,
        vote.seen(),
        vote.control(),
        vote.assessment(),
        scenario.expected().of(step.name(), network, technique, site));
  }

  private StoryResult soFar() {
    boolean complete =
        results.size() == scenario.steps().size()
            && results.stream().allMatch(StepResult::complete);
    return new StoryResult(
        scenario,
        scenario.seed(),
        results,
        new Comparison(scenario, results).differences(),
        complete);
  }

  /** What was played so far. */
  public StoryResult result() {
    return soFar();
  }

  @Override
  public void close() {
    stopped = true;
    round.close();
  }
}
