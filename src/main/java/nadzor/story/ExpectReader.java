package nadzor.story;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import nadzor.files.Node;
import nadzor.lab.Site;
import nadzor.probe.Outcome;
import nadzor.probe.Technique;
import nadzor.probe.Techniques;

/** Reads what is expected; a line that names what there is not is refused. */
final class ExpectReader {
  private final Collection<String> steps;
  private final Collection<String> networks;
  private final List<Site> sites;
  private final UpdateReader updates;

  ExpectReader(
      List<Step> steps, List<NetworkPlan> networks, List<Site> sites, UpdateReader updates) {
    this.updates = updates;
    this.steps = steps.stream().map(Step::name).toList();
    this.networks = networks.stream().map(NetworkPlan::name).toList();
    this.sites = sites;
  }

  Expectations read(Optional<Node> expect) {
    return expect
        .map(this::read)
        .orElseGet(
            () ->
                new Expectations(
                    List.of(),
                    OptionalInt.empty(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    List.of()));
  }

  private Expectations read(Node node) {
    return new Expectations(
        node.items("decisions").stream().map(ExpectReader::derived).toList(),
        node.find("statements").isPresent()
            ? OptionalInt.of(node.integer("statements", 0))
            : OptionalInt.empty(),
        node.items("unenforced").stream().map(this::unenforced).toList(),
        node.items("outcomes").stream().map(this::line).toList(),
        node.find("otherwise").map(ExpectReader::outcome),
        updates.read(node));
  }

  private static Expectations.Derived derived(Node node) {
    return new Expectations.Derived(
        node.position(),
        node.text("decision"),
        node.get("taken").date(),
        node.integer("violations", 0));
  }

  private Expectations.Unenforced unenforced(Node node) {
    one(node.get("network"), networks);
    return new Expectations.Unenforced(node.text("network"), node.text("decision"));
  }

  private Expectations.Line line(Node node) {
    List<String> techniques = Techniques.everyday().stream().map(Technique::name).toList();
    return new Expectations.Line(
        node.position(),
        words(node, "step", steps),
        words(node, "network", networks),
        words(node, "technique", techniques),
        words(node, "group", sites.stream().map(Site::role).distinct().toList()),
        words(node, "site", sites.stream().map(site -> site.host().text()).toList()),
        outcome(node.get("outcome")));
  }

  private static Set<String> words(Node node, String key, Collection<String> known) {
    Set<String> words = new LinkedHashSet<>();
    node.find(key)
        .ifPresent(
            value -> {
              List<Node> items = value.items();
              (items.isEmpty() ? List.of(value) : items)
                  .forEach(item -> words.add(one(item, known)));
            });
    return words;
  }

  private static String one(Node node, Collection<String> known) {
    if (!known.contains(node.text())) {
      throw node.wrong("'" + node.text() + "'", "one of " + String.join(", ", known));
    }
    return node.text();
  }

  private static Outcome outcome(Node node) {
    return Outcome.parse(node.text())
        .orElseThrow(
            () ->
                node.wrong(
                    "'" + node.text() + "'",
                    "ok, slow, down, unsure, or blocked(STAGE) with dns, tcp, tls, http or quic"));
  }
}
