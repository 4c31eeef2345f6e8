package nadzor.story.survey;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Rule;
import nadzor.censor.Profile;
import nadzor.censor.Residual;
import nadzor.flow.DomainName;

/**
 * A network to be measured. Immutable.
 *
 * @param name its name
 * @param profile how it enforces, its long durations scaled already
 * @param rules what is listed there
 * @param front a name that nobody restricts there, served where the sensitive site is
 */
public record SurveyNetwork(String name, Profile profile, List<Rule> rules, DomainName front) {
  /** Copies the list. */
  public SurveyNetwork {
    rules = List.copyOf(rules);
  }

  /** How long the longest memory of a trigger is. */
  Optional<Duration> residual() {
    return profile.rules().stream()
        .flatMap(rule -> rule.residual().stream())
        .map(Residual::duration)
        .max(Duration::compareTo);
  }

  /** After how long a silent flow is forgotten. */
  Optional<Duration> idle() {
    return profile.inspection().idle();
  }
}
