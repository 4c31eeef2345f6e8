package nadzor.office.lists;

import java.util.List;
import java.util.function.Predicate;
import nadzor.blocklist.AddressMatcher;
import nadzor.blocklist.Rule;
import nadzor.blocklist.UrlMatcher;
import nadzor.censor.Aim;
import nadzor.censor.Profile;
import nadzor.censor.ProfileRule;
import nadzor.flow.Sighting;

/** Whether any of these profiles has a line that could carry a rule out. */
public record Enforceable(List<Profile> profiles) implements Predicate<Rule> {
  @Override
  public boolean test(Rule rule) {
    return profiles.stream()
        .flatMap(profile -> profile.rules().stream())
        .anyMatch(line -> carriesOut(line, rule));
  }

  private static boolean carriesOut(ProfileRule line, Rule rule) {
    if (!(line.aim() instanceof Aim.Listed listed)
        || listed.measure() != rule.measure()
        || !line.action().restricts()) {
      return false;
    }
    if (rule.matcher() instanceof AddressMatcher) {
      return listed.by() == Aim.By.ADDRESS || line.on() == Sighting.Kind.DNS_ANSWER;
    }
    boolean byName = listed.by() != Aim.By.ADDRESS;
    return rule.matcher() instanceof UrlMatcher
        ? byName && line.on() == Sighting.Kind.HTTP_HEAD
        : byName;
  }
}
