package nadzor.story;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nadzor.blocklist.Matcher;
import nadzor.censor.Profile;
import nadzor.files.BadFile;
import nadzor.files.Document;
import nadzor.files.Node;
import nadzor.files.Schema;
import nadzor.lab.Site;
import nadzor.registry.Catalogue;
import nadzor.registry.Derivation;
import nadzor.registry.Entry;
import nadzor.registry.Operator;
import nadzor.registry.Platform;
import nadzor.registry.PlatformCard;
import nadzor.registry.Policy;
import nadzor.registry.Resource;
import nadzor.registry.Role;
import nadzor.story.profile.ProfileReader;

/** Reads scenario files with the platform and profile files that they name. Thread-safe. */
public final class ScenarioReader {
  private final Schema scenarioSchema = Schema.named("scenario");
  private final Schema platformSchema = Schema.named("platform");
  private final ProfileReader profiles = new ProfileReader();

  /**
   * Reads, checks and derives.
   *
   * @throws BadFile if anything in it cannot be
   */
  public Scenario read(Path file) {
    return scenario(Document.read(file, scenarioSchema), file);
  }

  /** As {@link #read}, from text that stands for a file. */
  public Scenario parse(Path file, String text) {
    return scenario(Document.parse(file.toString(), text, scenarioSchema), file);
  }

  /** Reads a platform file by itself. */
  public Platform platform(Path file) {
    Node root = Document.read(file, platformSchema);
    return platform(root, root.get("operator").text("id"));
  }

  private Scenario scenario(Node root, Path file) {
    Places places = new Places(root);
    WorldReader world = new WorldReader(places);
    List<Site> sites = world.sites(root);
    Canaries canaries = world.canaries(root);
    world.check(
        root,
        Stream.concat(sites.stream(), Stream.of(canaries.restricted(), canaries.free())).toList());
    List<NetworkPlan> networks = networks(root, file);
    Catalogue catalogue = catalogue(root, file, places);
    List<Entry> entries = new ArrayList<>(new RecordReader(places).read(root));
    entries.addAll(corrections(root, file, places));
    Policy policy = new PolicyReader(places).read(root);
    Derivation derivation = places.anywhere(() -> policy.derive(catalogue, entries));
    List<Step> steps = steps(root);
    return new Scenario(
        root.text("scenario"),
        root.text("about").strip(),
        root.texts("source"),
        root.get("seed").as(Long::parseLong, "a whole number"),
        sites,
        canaries,
        networks,
        catalogue,
        derivation,
        steps,
        new ExpectReader(steps, networks, sites, new UpdateReader(file, steps))
            .read(root.find("expect")));
  }

  private List<NetworkPlan> networks(Node root, Path file) {
    Map<String, NetworkPlan> networks = new LinkedHashMap<>();
    for (Node node : root.items("networks")) {
      NetworkPlan plan = network(node, file);
      if (networks.put(plan.name(), plan) != null) {
        throw node.wrong("a second network '" + plan.name() + "'", "a name of its own");
      }
    }
    long controls = networks.values().stream().filter(NetworkPlan::control).count();
    if (controls != 1) {
      throw root.get("networks").wrong(controls + " networks with control: true", "exactly one");
    }
    return List.copyOf(networks.values());
  }

  private NetworkPlan network(Node node, Path file) {
    boolean control = node.flag("control", false);
    if (control && (node.find("lag").isPresent() || node.find("lag-of").isPresent())) {
      throw node.wrong("a lag beside control: true", "none: the control restricts nothing");
    }
    Map<String, Duration> lagOf = new HashMap<>();
    node.find("lag-of")
        .ifPresent(lags -> lags.keys().forEach(id -> lagOf.put(id, lags.get(id).duration())));
    Profile profile =
        node.find("profile")
            .map(named -> profiles.read(file.resolveSibling(named.text())))
            .orElse(Profile.NEUTRAL);
    return new NetworkPlan(
        node.text("network"),
        profile,
        control,
        node.find("lag").map(Node::duration).orElse(Duration.ZERO),
        lagOf);
  }

  private Catalogue catalogue(Node root, Path file, Places places) {
    Map<String, Operator> operators = new LinkedHashMap<>();
    List<Platform> platforms = new ArrayList<>();
    for (Node named : root.items("platforms")) {
      Node node = platformFile(named, file);
      Node operator = node.get("operator");
      String id = operator.text("id");
      operators.put(id, new Operator(id, operator.text("name")));
      platforms.add(platform(node, places));
    }
    return places.anywhere(() -> new Catalogue(operators.values(), platforms));
  }

  private Node platformFile(Node named, Path scenario) {
    return Document.read(scenario.resolveSibling(named.text()), platformSchema);
  }

  /** The same platforms with other resources from an instant on. */
  private List<PlatformCard> corrections(Node root, Path file, Places places) {
    return root.items("corrections").stream()
        .map(
            item ->
                new PlatformCard(
                    platform(platformFile(item.get("platform"), file), places),
                    item.get("at").instant()))
        .toList();
  }

  private static Platform platform(Node node, Places places) {
    return places.at(
        "platform " + node.text("platform"),
        node,
        () -> platform(node, node.get("operator").text("id")));
  }

  private static Platform platform(Node node, String operator) {
    List<Resource> resources =
        node.items("resources").stream()
            .map(
                item ->
                    new Resource(
                        item.get("match")
                            .as(
                                Matcher::of,
                                "a name, *.name, .name, *text*, an address or an http:// URL"),
                        Role.valueOf(item.text("role").toUpperCase(Locale.ROOT))))
            .toList();
    return new Platform(node.text("platform"), node.text("name"), operator, resources);
  }

  private static List<Step> steps(Node root) {
    List<Step> steps = new ArrayList<>();
    for (Node node : root.items("steps")) {
      Step step = new Step(node.text("step"), node.get("at").instant(), node.text("about", ""));
      boolean early = !steps.isEmpty() && !step.at().isAfter(steps.get(steps.size() - 1).at());
      if (early) {
        throw node.get("at").wrong("'" + node.text("at") + "'", "an instant after the step before");
      }
      if (steps.stream().anyMatch(other -> other.name().equals(step.name()))) {
        throw node.wrong("a second step '" + step.name() + "'", "a name of its own");
      }
      steps.add(step);
    }
    return steps;
  }
}
