package nadzor.story;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nadzor.files.Node;

/** Reads what is expected of updates before they ship. */
final class UpdateReader {
  private final Path scenario;
  private final Collection<String> steps;

  UpdateReader(Path scenario, List<Step> steps) {
    this.scenario = scenario;
    // The first step has none before it.
    this.steps = steps.stream().skip(1).map(Step::name).toList();
  }

  List<Update> read(Node expect) {
    return expect.items("updates").stream().map(this::update).toList();
  }

  private Update update(Node node) {
    String step = node.text("step");
    if (!steps.contains(step)) {
      throw node.get("step").wrong("'" + step + "'", "a step that has one before it");
    }
    Path traffic = scenario.resolveSibling(node.text("traffic"));
    if (!Files.isRegularFile(traffic)) {
      throw node.get("traffic").wrong("no file " + traffic, "a log of traffic");
    }
    return new Update(
        node.position(),
        step,
        traffic,
        node.items("lint").stream().map(UpdateReader::flaw).toList(),
        names(node, "newly-restricted"),
        names(node, "newly-free"));
  }

  private static Update.Flaw flaw(Node node) {
    return new Update.Flaw(node.text("check"), node.text("entry"), node.integer("hits", 0));
  }

  private static Set<String> names(Node node, String key) {
    return node.items(key).stream().map(Node::text).collect(Collectors.toSet());
  }
}
