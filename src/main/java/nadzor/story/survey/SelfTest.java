package nadzor.story.survey;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadzor.censor.Profile;
import nadzor.probe.Outcome;
import nadzor.probe.Technique;
import nadzor.probe.Techniques;

/**
 * Whether the instrument sees what is there: it is led through networks that do nothing, everything
 * at one stage, and only slow everything down, and must say exactly that. Pure; the visits
 * themselves are a {@link Survey}'s.
 */
public final class SelfTest {
  /** What each network must be found to do: techniques down, networks across. */
  private static final String EXPECTED =
      """
      technique             nothing all-dns       all-tcp       all-tls       all-http       all-quic       all-slow
      plain                 ok      blocked(dns)  blocked(tcp)  blocked(tls)  ok             ok             slow
      alternative-resolver  ok      blocked(dns)  blocked(tcp)  blocked(tls)  ok             ok             slow
      dns-over-tcp          ok      blocked(dns)  blocked(tcp)  blocked(tls)  ok             ok             slow
      dns-over-tls          ok      ok            blocked(dns)  blocked(dns)  ok             ok             slow
      address-elsewhere     ok      ok            blocked(tcp)  blocked(tls)  ok             ok             slow
      split-hello           ok      blocked(dns)  blocked(tcp)  blocked(tls)  ok             ok             slow
      plain-http            ok      blocked(dns)  blocked(tcp)  ok            blocked(http)  ok             slow
      tls-relay             ok      ok            blocked(tcp)  blocked(tls)  ok             ok             slow
      mirror-domain         ok      blocked(dns)  blocked(tcp)  blocked(tls)  ok             ok             slow
      quic-v1               ok      blocked(dns)  ok            ok            ok             blocked(quic)  ok
      """;

  private static final Splitter LINES = Splitter.on('\n').omitEmptyStrings();
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

  private SelfTest() {}

  /** What to measure. */
  public static SurveyPlan plan(SurveyPlan.Conduct conduct) {
    return new SurveyPlan(
        SurveyWorld.sites(),
        Extremes.networks(),
        List.copyOf(expected().keySet()),
        SurveyWorld.guards("nothing", Profile.NEUTRAL),
        SurveyWorld.mirrors(),
        SurveyWorld.FRONT,
        conduct);
  }

  private static Map<Errand, Outcome> expected() {
    List<List<String>> rows = LINES.splitToStream(EXPECTED).map(WORDS::splitToList).toList();
    Map<Errand, Outcome> expected = new LinkedHashMap<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      Technique technique = Techniques.named(row.get(0)).orElseThrow();
      for (int i = 1; i < row.size(); i++) {
        Errand errand = new Errand(rows.get(0).get(i), SurveyWorld.NEUTRAL, technique);
        expected.put(errand, Outcome.parse(row.get(i)).orElseThrow());
      }
    }
    return expected;
  }

  /** One line for each cell that the instrument saw otherwise; what was not measured is none. */
  public static List<String> differences(SurveyResult result) {
    List<String> lines = new ArrayList<>();
    expected()
        .forEach((errand, outcome) -> difference(result, errand, outcome).ifPresent(lines::add));
    return lines;
  }

  private static Optional<String> difference(SurveyResult result, Errand errand, Outcome expected) {
    String found = result.of(errand).map(cell -> cell.outcome().text()).orElse("not reached");
    boolean agrees =
        found.equals(expected.text())
            || result
                .of(errand)
                .filter(cell -> cell.outcome() instanceof Outcome.NotMeasured)
                .isPresent();
    return agrees
        ? Optional.empty()
        : Optional.of(
            "network %s, %s: the instrument saw %s, there was %s"
                .formatted(errand.network(), errand.technique().name(), found, expected.text()));
  }
}
