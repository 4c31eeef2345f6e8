package nadzor.story.survey;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadzor.censor.Profile;
import nadzor.flow.Endpoint;
import nadzor.probe.Assessment;
import nadzor.probe.Cell;
import nadzor.probe.Observation;
import nadzor.probe.Outcome;
import nadzor.probe.Technique;
import nadzor.probe.Techniques;
import nadzor.probe.Vantage;
import nadzor.story.Vote;

/** Surveys that were never made. */
public final class MadeUp {
  private static final Endpoint NOWHERE = Endpoint.of("127.0.0.1", 1);

  private MadeUp() {}

  static Technique technique(String name) {
    return Techniques.named(name).orElseThrow();
  }

  /** An errand in this network. */
  public static Errand errand(String network, Target target, String technique) {
    return new Errand(network, target, technique(technique));
  }

  static Observation observation(Errand errand, Optional<InetAddress> client, Duration runtime) {
    Vantage vantage = new Vantage(errand.network(), NOWHERE, NOWHERE, NOWHERE, client);
    return new Observation(
        new Cell(vantage, errand.target().site(), errand.technique()),
        Instant.EPOCH,
        runtime,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** A cell with one repeat for each outcome. */
  public static Surveyed surveyed(Errand errand, String why, long millis, String... outcomes) {
    Observation seen = observation(errand, Optional.empty(), Duration.ofMillis(millis));
    List<Vote> turns =
        Arrays.stream(outcomes)
            .map(text -> Outcome.parse(text).orElseThrow())
            .map(outcome -> new Vote(seen, seen, new Assessment(outcome, why)))
            .toList();
    return new Surveyed(errand, turns, List.of());
  }

  /** A survey of these networks that brought these cells. */
  public static SurveyResult result(
      List<String> networks, List<Errand> errands, List<Surveyed> cells, boolean complete) {
    SurveyPlan plan =
        new SurveyPlan(
            List.of(),
            networks.stream().map(MadeUp::network).toList(),
            errands,
            List.of(),
            Map.of(),
            SurveyWorld.FRONT,
            conduct());
    return new SurveyResult(plan, cells, complete, List.of());
  }

  static SurveyPlan.Conduct conduct() {
    return new SurveyPlan.Conduct(7, 1, 0.02, 8, false);
  }

  private static SurveyNetwork network(String name) {
    return new SurveyNetwork(name, Profile.NEUTRAL, List.of(), SurveyWorld.FRONT);
  }
}
