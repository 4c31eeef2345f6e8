package nadzor.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.censor.Profile;
import nadzor.cli.option.ShippedProfiles;
import nadzor.probe.Technique;
import nadzor.probe.Techniques;
import nadzor.story.Scenario;
import nadzor.story.catalogue.Catalogue;
import nadzor.story.survey.ProfilePlan;
import nadzor.story.survey.ScenarioPlan;
import nadzor.story.survey.SurveyPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is to be measured, and how. */
final class ProbeChoice {
  private static final int AT_ONCE = 32;

  @Mixin ScenarioOption scenario = new ScenarioOption();

  @Option(
      names = {"--network", "--profile"},
      split = ",",
      paramLabel = "NAME",
      description = "One network or profile; or several with commas. Without it: all.")
  List<String> networks = new ArrayList<>();

  @Option(
      names = "--technique",
      split = ",",
      paramLabel = "NAME",
      description = "One technique; or several with commas. Without it: all.")
  List<String> names = new ArrayList<>();

  @Option(
      names = "--site",
      split = ",",
      paramLabel = "NAME",
      description =
          "One site; or several with commas. Without it: one that is listed and one that is not.")
  List<String> sites = new ArrayList<>();

  @Option(
      names = "--at",
      paramLabel = "WHEN",
      converter = When.Converter.class,
      description = "The networks of the scenario as they stand on that date, or at that instant.")
  @Nullable When when;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "1",
      description = "Measure every cell so often: medians, and unsure where repeats disagree.")
  int repeat = 1;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of order, clients and chance (default: ${DEFAULT-VALUE}).")
  long seed = 1;

  @Option(
      names = "--scale",
      paramLabel = "FACTOR",
      defaultValue = "0.02",
      description =
          "Multiply the profiles' long memories (default: ${DEFAULT-VALUE}: 420 s become 8.4 s).")
  double scale = 0.02;

  @Option(
      names = "--one-client",
      description =
          "One client for each network, who waits between visits until the network has forgotten.")
  boolean oneClient;

  SurveyPlan.Conduct conduct() {
    return new SurveyPlan.Conduct(seed, repeat, scale, AT_ONCE, oneClient);
  }

  Optional<Instant> at() {
    return Optional.ofNullable(when).map(When::instant);
  }

  List<Technique> techniques() {
    if (names.isEmpty()) {
      return Techniques.all();
    }
    return names.stream().map(ProbeChoice::technique).distinct().toList();
  }

  private static Technique technique(String name) {
    return Techniques.named(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--technique: found '%s', expected one of those that --list-techniques shows"
                        .formatted(name)));
  }

  SurveyPlan plan(List<Technique> techniques) {
    Optional<Instant> instant = at();
    if (instant.isPresent()) {
      Scenario story = scenario.read();
      return ScenarioPlan.of(
          story, instant.get(), Networks.chosen(story, networks), techniques, sites, conduct());
    }
    return ProfilePlan.of(profiles(), techniques, sites, conduct());
  }

  private List<Profile> profiles() {
    return networks.isEmpty() ? ShippedProfiles.all() : ShippedProfiles.named(networks);
  }

  /** The cells of a catalogue that are wanted. */
  Catalogue part(Catalogue all) {
    ShippedProfiles.requireKnown(
        networks, all.networks().stream().map(network -> network.name()).toList());
    return all.only(
        cell ->
            (networks.isEmpty() || networks.contains(cell.network()))
                && (names.isEmpty() || names.contains(cell.technique()))
                && (sites.isEmpty() || sites.contains(cell.target())));
  }
}
