package nadzor.probe.ooni;

import java.time.Instant;
import java.util.Map;

/**
 * What all measurements of one run have in common (df-000). Immutable.
 *
 * @param softwareName who measured
 * @param softwareVersion its version
 * @param testVersion the version of the test itself
 * @param testStartedAt when the run began, by the calendar of what was measured
 * @param reportId names the run
 * @param probeAsn such as {@code AS64512}; a laboratory has none of its own
 * @param probeCc two letters, {@code ZZ} where it is hidden
 * @param annotations free text by name, such as {@code platform}
 */
public record Envelope(
    String softwareName,
    String softwareVersion,
    String testVersion,
    Instant testStartedAt,
    String reportId,
    String probeAsn,
    String probeCc,
    Map<String, String> annotations) {
  /** Refuses what df-000 does not know. */
  public Envelope {
    if (!probeAsn.matches("AS\\d{1,10}") || !probeCc.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException(
          "probe " + probeAsn + " " + probeCc + ": AS and a number, and two letters are expected");
    }
    annotations = Map.copyOf(annotations);
  }
}
