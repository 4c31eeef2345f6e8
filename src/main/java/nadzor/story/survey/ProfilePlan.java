package nadzor.story.survey;

import java.util.ArrayList;
import java.util.List;
import nadzor.censor.Profile;
import nadzor.probe.Technique;

/** Plans a survey of profiles, one network for each, in the world of every survey. Pure. */
public final class ProfilePlan {
  private ProfilePlan() {}

  /**
   * The plan.
   *
   * @param profiles as they are shipped: their long durations are scaled here
   * @param sites words or hosts of targets; none: one that is listed and one that is not
   * @throws IllegalArgumentException if there is no such target
   */
  public static SurveyPlan of(
      List<Profile> profiles,
      List<Technique> techniques,
      List<String> sites,
      SurveyPlan.Conduct conduct) {
    List<Target> targets = targets(sites);
    List<SurveyNetwork> networks =
        profiles.stream().map(profile -> network(profile, conduct.scale())).toList();
    return new SurveyPlan(
        SurveyWorld.sites(),
        networks,
        errands(networks, targets, techniques),
        networks.stream()
            .flatMap(each -> SurveyWorld.guards(each.name(), each.profile()).stream())
            .toList(),
        SurveyWorld.mirrors(),
        SurveyWorld.FRONT,
        conduct);
  }

  private static SurveyNetwork network(Profile profile, double scale) {
    return new SurveyNetwork(
        profile.name(), profile.scaled(scale), SurveyWorld.rules(profile), SurveyWorld.FRONT);
  }

  /** Every target in every network with every technique. */
  static List<Errand> errands(
      List<SurveyNetwork> networks, List<Target> targets, List<Technique> techniques) {
    List<Errand> errands = new ArrayList<>();
    for (Target target : targets) {
      for (Technique technique : techniques) {
        networks.forEach(network -> errands.add(new Errand(network.name(), target, technique)));
      }
    }
    return errands;
  }

  private static List<Target> targets(List<String> sites) {
    return sites.isEmpty()
        ? List.of(SurveyWorld.BLOCK, SurveyWorld.NEUTRAL)
        : sites.stream().map(ProfilePlan::target).distinct().toList();
  }

  private static Target target(String word) {
    return SurveyWorld.targets().stream()
        .filter(target -> target.word().equals(word) || target.host().text().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--site: found '"
                        + word
                        + "', expected one of "
                        + String.join(
                            ", ", SurveyWorld.targets().stream().map(Target::word).toList())));
  }
}
