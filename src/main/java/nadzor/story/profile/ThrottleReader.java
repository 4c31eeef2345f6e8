package nadzor.story.profile;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nadzor.censor.Action;
import nadzor.censor.Pacing;
import nadzor.censor.Pieces;
import nadzor.censor.Rate;
import nadzor.censor.action.Throttle;
import nadzor.files.Node;

/** Reads a throttle: for both directions alike, or for each by itself. */
final class ThrottleReader {
  private ThrottleReader() {}

  static Action read(Node node) {
    if (node.find("up").isPresent() || node.find("down").isPresent()) {
      alone(node);
      return new Throttle(
          node.find("up").map(ThrottleReader::pacing),
          node.find("down").map(ThrottleReader::pacing));
    }
    Pacing both = pacing(node);
    return new Throttle(Optional.of(both), Optional.of(both));
  }

  /** What stands beside up and down would be said of nothing. */
  private static void alone(Node node) {
    List<String> beside =
        node.keys().filter(key -> !key.equals("up") && !key.equals("down")).toList();
    if (!beside.isEmpty()) {
      throw node.wrong(String.join(", ", beside) + " beside up or down", "it within each of them");
    }
  }

  private static Pacing pacing(Node node) {
    boolean bucket = node.find("bucket").isPresent() || node.find("policing").isPresent();
    if (bucket && node.find("rate").isEmpty()) {
      throw node.wrong("a bucket or policing without a rate", "a rate beside it");
    }
    try {
      return new Pacing(
          node.find("rate").map(rate -> rate(node, rate.rate())),
          share(node.text("per", "flow")),
          node.integer("from-octet", 0),
          node.find("delay").map(Node::duration).orElse(Duration.ZERO),
          node.find("jitter").map(Node::duration).orElse(Duration.ZERO),
          node.find("loss").map(ThrottleReader::share).orElse(0.0),
          pieces(node),
          node.find("fin-delay").map(Node::duration).orElse(Duration.ZERO));
    } catch (IllegalArgumentException e) {
      throw node.wrong(
          String.valueOf(e.getMessage()),
          "a rate, a delay, jitter, loss, pieces, a fin-delay, or several of them");
    }
  }

  private static Rate rate(Node node, double bytesPerSecond) {
    boolean policing = node.flag("policing", true);
    Rate usual = policing ? Rate.policing(bytesPerSecond) : Rate.shaping(bytesPerSecond);
    return new Rate(bytesPerSecond, node.integer("bucket", usual.bucketBytes()), policing);
  }

  private static Optional<Pieces> pieces(Node node) {
    Duration gap = node.find("gap").map(Node::duration).orElse(Duration.ZERO);
    if (!gap.isZero() && node.find("pieces").isEmpty()) {
      throw node.wrong("a gap without pieces", "pieces beside it");
    }
    return node.find("pieces").map(octets -> new Pieces(node.integer("pieces", 0), gap));
  }

  private static double share(Node node) {
    return node.as(Double::parseDouble, "a share above 0, at most 1");
  }

  private static Pacing.Share share(String word) {
    for (Pacing.Share share : Pacing.Share.values()) {
      if (share.word().equals(word)) {
        return share;
      }
    }
    throw new IllegalArgumentException("per '" + word + "'");
  }
}
