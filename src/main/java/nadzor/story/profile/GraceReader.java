package nadzor.story.profile;

import java.time.Duration;
import java.util.Optional;
import nadzor.censor.Grace;
import nadzor.files.Node;

/** Reads what still passes before an action falls: segments, octets, a time. */
final class GraceReader {
  private GraceReader() {}

  /** Of a node that has none of the three: at once. */
  static Grace read(Node node) {
    Optional<Long> octets =
        node.find("after-octets").map(given -> given.as(Long::parseLong, "octets"));
    Optional<Duration> time = node.find("after-time").map(GraceReader::time);
    boolean other = octets.isPresent() || time.isPresent();
    int segments = node.integer("after", other ? Grace.ANY_SEGMENTS : 0);
    boolean mute = node.flag("mute", false);
    return new Grace(segments, octets.orElse(Grace.ANY_OCTETS), time, mute);
  }

  private static Duration time(Node node) {
    Duration time = node.duration();
    if (time.isNegative() || time.isZero()) {
      throw node.wrong("'" + node.text() + "'", "a duration above 0, as 5 s");
    }
    return time;
  }
}
