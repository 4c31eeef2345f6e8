package nadzor.cli.list;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import nadzor.blocklist.AddressMatcher;
import nadzor.blocklist.Rule;
import nadzor.blocklist.UrlMatcher;
import nadzor.censor.Aim;
import nadzor.censor.Profile;
import nadzor.censor.ProfileRule;
import nadzor.flow.Sighting;
import nadzor.story.profile.ProfileFile;

/** Whether any of these profiles has a line that could carry a rule out. */
record Enforceable(List<Profile> profiles) implements Predicate<Rule> {
  /** The shipped profiles of these names. */
  static List<Profile> profiles(List<String> names) {
    if (names.isEmpty()) {
      return List.of();
    }
    Path folder = Path.of(System.getProperty("nadzor.home", "."), "config", "profiles");
    List<Profile> known = ProfileFile.all(folder).stream().map(ProfileFile::profile).toList();
    List<Profile> chosen = new ArrayList<>();
    for (String name : names) {
      chosen.add(
          known.stream()
              .filter(one -> one.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "found profile '"
                              + name
                              + "', expected one of "
                              + String.join(", ", known.stream().map(Profile::name).toList()))));
    }
    return chosen;
  }

  @Override
  public boolean test(Rule rule) {
    return profiles.stream()
        .flatMap(profile -> profile.rules().stream())
        .anyMatch(line -> carriesOut(line, rule));
  }

  private static boolean carriesOut(ProfileRule line, Rule rule) {
    if (!(line.aim() instanceof Aim.Listed listed) || listed.measure() != rule.measure()) {
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
