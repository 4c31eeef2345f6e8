package nadzor.story.survey;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nadzor.probe.ooni.Envelope;
import nadzor.probe.ooni.OoniMeasurement;
import nadzor.story.report.Nadzor;

/**
 * A survey in OONI's data formats: one line for every visit that counts, compared with its control.
 *
 * @param result the survey
 * @param startedAt when it began
 */
public record SurveyLines(SurveyResult result, Instant startedAt) {
  private static final String PRIVATE_AS = "AS64512";
  private static final String NOWHERE = "ZZ";

  /** The lines, each with its end; empty where nothing was measured. */
  public String text() {
    return result.cells().stream()
        .flatMap(
            cell ->
                cell.turns().stream()
                    .map(
                        vote ->
                            new OoniMeasurement(
                                    vote.seen(), Optional.of(vote.control()), envelope())
                                .line()))
        .collect(Collectors.joining());
  }

  private Envelope envelope() {
    String software = Nadzor.nameAndVersion().replaceFirst("^nadzor ", "");
    return new Envelope(
        "nadzor",
        software,
        "0.1.0",
        startedAt,
        "nadzor-" + result.plan().conduct().seed() + "-" + startedAt.getEpochSecond(),
        PRIVATE_AS,
        NOWHERE,
        Map.of("simulation", "true", "platform", "linux"));
  }
}
