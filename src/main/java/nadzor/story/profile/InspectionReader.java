package nadzor.story.profile;

import java.util.Locale;
import java.util.Optional;
import nadzor.censor.InspectionPolicy;
import nadzor.censor.QuicPolicy;
import nadzor.files.Node;

/** Reads how a network looks at segments and datagrams. */
final class InspectionReader {
  private InspectionReader() {}

  static InspectionPolicy inspection(Node root) {
    InspectionPolicy.Reassembly reassembly = reassembly(root.text("reassembly", "none"));
    Optional<Node> inspect = root.find("inspect");
    if (inspect.isEmpty()) {
      return InspectionPolicy.of(reassembly);
    }
    Node node = inspect.get();
    return new InspectionPolicy(
        reassembly,
        node.integer("limit", InspectionPolicy.DEFAULT_LIMIT),
        node.integer("more", 0),
        node.integer("give-up", 1),
        node.text("directions", "client").equals("both"),
        node.text("requests", "every").equals("every"),
        node.flag("tolerate-records", false),
        node.find("idle").map(Node::duration));
  }

  private static InspectionPolicy.Reassembly reassembly(String word) {
    for (InspectionPolicy.Reassembly reassembly : InspectionPolicy.Reassembly.values()) {
      if (reassembly.word().equals(word)) {
        return reassembly;
      }
    }
    throw new IllegalArgumentException(word);
  }

  static QuicPolicy quic(Node root) {
    return root.find("quic")
        .map(
            node ->
                new QuicPolicy(
                    node.flag("decrypt", false),
                    QuicPolicy.Gather.valueOf(node.text("gather", "none").toUpperCase(Locale.ROOT)),
                    node.text("datagrams", "every").equals("every"),
                    node.find("idle").map(Node::duration)))
        .orElse(QuicPolicy.VERSIONS);
  }
}
