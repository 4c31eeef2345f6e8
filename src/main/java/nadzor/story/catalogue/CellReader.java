package nadzor.story.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nadzor.files.BadFile;
import nadzor.files.Node;
import nadzor.files.Problem;
import nadzor.probe.Technique;
import nadzor.probe.Techniques;
import nadzor.story.survey.Errand;
import nadzor.story.survey.SurveyWorld;
import nadzor.story.survey.Target;

/** Reads the cells of one catalogue file for one network. */
final class CellReader {
  private final Node root;
  private final String network;
  private final Collection<String> hosts;

  CellReader(Node root, String network, Collection<String> hosts) {
    this.root = root;
    this.network = network;
    this.hosts = hosts;
  }

  List<CatalogueCell> cells() {
    List<CatalogueCell> cells = new ArrayList<>();
    for (Node node : root.items("cells")) {
      for (Node technique : oneOrMore(node.get("technique"))) {
        if (node.find("target").isEmpty()) {
          cells.add(cell(node, technique, SurveyWorld.BLOCK.word(), technique));
        }
        for (Node target : node.find("target").map(CellReader::oneOrMore).orElse(List.of())) {
          cells.add(cell(node, technique, target.text(), target));
        }
      }
    }
    return cells;
  }

  private static List<Node> oneOrMore(Node node) {
    List<Node> items = node.items();
    return items.isEmpty() ? List.of(node) : items;
  }

  private CatalogueCell cell(Node node, Node technique, String target, Node at) {
    Optional<String> notHere = node.find("not-representable").map(Node::text);
    CatalogueCell.Practice practice =
        notHere.isPresent()
            ? new CatalogueCell.NotHere(notHere.get())
            : runs(node, technique, target, at);
    return new CatalogueCell(
        network,
        technique.text(),
        target,
        expectation(node.get("expected")),
        source(node.get("source")),
        CatalogueCell.Tag.valueOf(node.text("tag")),
        practice,
        node.position());
  }

  private CatalogueCell.Runs runs(Node node, Node technique, String word, Node at) {
    Technique known =
        Techniques.named(technique.text())
            .orElseThrow(
                () -> technique.wrong("'" + technique.text() + "'", "a technique that exists"));
    Optional<CatalogueCell.Limit> limit =
        node.find("limit")
            .map(
                one ->
                    new CatalogueCell.Limit(expectation(one.get("here")), one.text("why").strip()));
    return new CatalogueCell.Runs(new Errand(network, target(word, at), known), limit);
  }

  private Target target(String word, Node at) {
    if (hosts.contains(word)) {
      return SurveyWorld.targetAt(word);
    }
    List<Target> known = SurveyWorld.targets();
    return known.stream()
        .filter(target -> target.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                at.wrong(
                    "target '" + word + "'",
                    "one of the file's hosts, or "
                        + String.join(", ", known.stream().map(Target::word).toList())));
  }

  private static Expectation expectation(Node node) {
    return node.as(Expectation::new, "one of " + String.join(", ", Expectation.words()));
  }

  /** What stands in the file's own list of sources under this key. */
  private String source(Node key) {
    return root.get("sources")
        .find(key.text())
        .orElseThrow(() -> key.wrong("'" + key.text() + "'", "a key of sources"))
        .text()
        .strip();
  }

  /** A cell of which two lines speak could say two things. */
  static void refuseTwice(List<CatalogueCell> cells) {
    Set<Errand> seen = new HashSet<>();
    for (CatalogueCell cell : cells) {
      if (Catalogue.errand(cell).filter(errand -> !seen.add(errand)).isPresent()) {
        String found = "a second line on " + cell.technique() + ", " + cell.target();
        throw new BadFile(new Problem(cell.at(), "cells", found, "one line for each cell"));
      }
    }
  }
}
