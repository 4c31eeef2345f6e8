package nadzor.story.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import nadzor.lab.Site;
import nadzor.probe.Outcome;
import nadzor.story.Measured;
import nadzor.story.NetworkPlan;
import nadzor.story.Step;
import nadzor.story.StepResult;

/**
 * The rates of one site in one network.
 *
 * @param points one for each step that was played
 */
record RateSeries(Site site, String network, List<Point> points) {
  private static final String TECHNIQUE = "plain";

  /**
   * One step.
   *
   * @param rate bytes a second; empty where there was no download
   * @param outcome in words; empty where it was not measured
   */
  record Point(Step step, OptionalDouble rate, String outcome) {
    String said() {
      if (outcome.isEmpty()) {
        return "not measured";
      }
      return rate.isPresent() ? Words.rate(rate.getAsDouble()) : outcome;
    }
  }

  /** By site, then by network, in the order of the scenario. */
  static List<RateSeries> of(Played played) {
    List<RateSeries> all = new ArrayList<>();
    for (Site site : played.scenario().sites()) {
      if (!site.objects().isEmpty()) {
        played.scenario().networks().forEach(network -> all.add(of(played, site, network)));
      }
    }
    return all;
  }

  private static RateSeries of(Played played, Site site, NetworkPlan network) {
    List<Point> points = played.steps().stream().map(step -> point(step, site, network)).toList();
    return new RateSeries(site, network.name(), points);
  }

  private static Point point(StepResult step, Site site, NetworkPlan network) {
    List<Measured> cells =
        step.cells().stream()
            .filter(cell -> cell.site().host().equals(site.host()))
            .filter(cell -> cell.technique().equals(TECHNIQUE))
            .toList();
    Optional<Point> here =
        cells.stream()
            .filter(cell -> cell.network().equals(network.name()))
            .findFirst()
            .map(cell -> measured(step, cell));
    Stream<Point> control =
        cells.stream().limit(network.control() ? 1 : 0).map(cell -> control(step, cell));
    return here.or(control::findFirst).orElse(new Point(step.step(), OptionalDouble.empty(), ""));
  }

  private static Point measured(StepResult step, Measured cell) {
    boolean flowed = cell.outcome().equals(Outcome.OK) || cell.outcome().equals(Outcome.SLOW);
    OptionalDouble rate = flowed ? cell.seen().rate() : OptionalDouble.empty();
    return new Point(step.step(), rate, cell.outcome().text());
  }

  /** Where the control network is no column of its own, it still stands beside each cell. */
  private static Point control(StepResult step, Measured cell) {
    boolean whole = cell.control().death().isEmpty();
    OptionalDouble rate = whole ? cell.control().rate() : OptionalDouble.empty();
    return new Point(step.step(), rate, whole ? "ok" : "down");
  }
}
