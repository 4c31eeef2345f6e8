package nadzor.story.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.censor.Profile;
import nadzor.files.Document;
import nadzor.files.Node;
import nadzor.files.Schema;
import nadzor.flow.DomainName;
import nadzor.lab.Site;
import nadzor.registry.Resource;
import nadzor.story.ScenarioReader;
import nadzor.story.profile.ProfileReader;
import nadzor.story.survey.SurveyNetwork;
import nadzor.story.survey.SurveyWorld;

/**
 * Reads a folder of catalogue files with the profiles that they name: one file for each kind of
 * network, or for a whole folder of profiles at once. Used once, by one thread.
 */
public final class CatalogueReader {
  private final Schema schema = Schema.named("catalogue");
  private final ProfileReader profiles = new ProfileReader();
  private final double scale;
  private final Map<String, SurveyNetwork> networks = new LinkedHashMap<>();
  private final Map<String, Site> sites = new LinkedHashMap<>();
  private final List<CatalogueCell> cells = new ArrayList<>();

  /**
   * @param scale by what the profiles' long durations are multiplied
   */
  public CatalogueReader(double scale) {
    this.scale = scale;
  }

  /**
   * Reads all of a folder, by name; files that speak of many profiles at last.
   *
   * @throws nadzor.files.BadFile if one cannot be
   */
  public Catalogue read(Path folder) {
    List<Path> files = yaml(folder);
    if (files.isEmpty()) {
      throw new IllegalArgumentException(folder + ": found no .yaml file, expected a catalogue");
    }
    files.stream()
        .map(file -> Map.entry(file, Document.read(file, schema)))
        .sorted(Comparator.comparing(each -> Files.isDirectory(profile(each))))
        .forEach(each -> add(each.getKey(), each.getValue()));
    CellReader.refuseTwice(cells);
    return new Catalogue(List.copyOf(networks.values()), List.copyOf(sites.values()), cells);
  }

  /** The profile without the lines on sightings that the file leaves out. */
  private static Profile part(Node root, Profile whole) {
    Set<String> without = Set.copyOf(root.texts("without"));
    return new Profile(
        whole.name(),
        whole.about(),
        whole.sources(),
        whole.confidence(),
        whole.inspection(),
        whole.quic(),
        whole.extendedError(),
        whole.structured(),
        whole.rules().stream().filter(line -> !without.contains(line.on().word())).toList());
  }

  private static Path profile(Map.Entry<Path, Node> file) {
    return beside(file.getKey(), file.getValue().text("profile"));
  }

  private static Path beside(Path file, String named) {
    return file.resolveSibling(named).normalize();
  }

  private static List<Path> yaml(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }

  private void add(Path file, Node root) {
    Path profile = beside(file, root.text("profile"));
    addHosts(root);
    List<String> names =
        Files.isDirectory(profile)
            ? yaml(profile).stream().map(each -> known(file, root, profiles.read(each))).toList()
            : List.of(
                network(file, root, root.text("catalogue"), part(root, profiles.read(profile))));
    for (String name : names) {
      cells.addAll(new CellReader(root, name, sites.keySet()).cells());
    }
  }

  /** One that an earlier file speaks of, or one of its own. */
  private String known(Path file, Node root, Profile profile) {
    return networks.values().stream()
        .filter(network -> network.name().equals(profile.name()))
        .findFirst()
        .map(SurveyNetwork::name)
        .orElseGet(() -> network(file, root, profile.name(), profile));
  }

  private String network(Path file, Node root, String name, Profile profile) {
    List<Rule> rules = new ArrayList<>(SurveyWorld.rules(profile));
    root.find("platform").ifPresent(named -> rules.addAll(listed(beside(file, named.text()))));
    DomainName front =
        root.find("front")
            .map(node -> node.as(DomainName::of, "a domain name"))
            .orElse(SurveyWorld.FRONT);
    SurveyNetwork network = new SurveyNetwork(name, profile.scaled(scale), rules, front);
    if (networks.put(name, network) != null) {
      throw root.get("catalogue").wrong("a second '" + name + "'", "a name of its own");
    }
    return name;
  }

  /** What a platform file lists, as a decision to slow it down would. */
  private static List<Rule> listed(Path platform) {
    Reason reason = new Reason.OfList(String.valueOf(platform.getFileName()), 1);
    return new ScenarioReader()
        .platform(platform).resources().stream()
            .map(Resource::matcher)
            .map(matcher -> new Rule(matcher, Measure.THROTTLE, reason))
            .toList();
  }

  private void addHosts(Node root) {
    for (Node host : root.items("hosts")) {
      String name = host.as(DomainName::of, "a domain name").text();
      String address = "127.10.2." + (sites.size() + 1);
      sites.computeIfAbsent(name, absent -> SurveyWorld.site(name, address));
    }
  }
}
