package nadzor.censor.condition;

import java.util.List;
import nadzor.censor.Condition;
import nadzor.censor.Scene;
import nadzor.flow.Sighting;

/**
 * The flow goes to one of these ports, or ranges of them.
 *
 * @param ranges both ends included
 */
public record Port(List<Range> ranges) implements Condition {
  /**
   * A range of ports.
   *
   * @param first 0 to 65535
   * @param last not below the first
   */
  public record Range(int first, int last) {
    /** Checks the ends. */
    public Range {
      if (first < 0 || last < first || last > 65_535) {
        throw new IllegalArgumentException("ports " + first + "-" + last);
      }
    }

    private boolean holds(Range other) {
      return first <= other.first && other.last <= last;
    }
  }

  /** Copies the list. */
  public Port {
    ranges = List.copyOf(ranges);
  }

  private boolean holds(int port) {
    for (int i = 0; i < ranges.size(); i++) {
      if (port >= ranges.get(i).first() && port <= ranges.get(i).last()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String name() {
    return "port";
  }

  @Override
  public boolean suits(Sighting.Kind on) {
    return on != Sighting.Kind.DNS_QUESTION && on != Sighting.Kind.DNS_ANSWER;
  }

  @Override
  public boolean holds(Sighting sighting, Scene scene) {
    return holds(scene.server().port());
  }

  @Override
  public boolean covers(Condition other) {
    return other instanceof Port port
        && port.ranges.stream().allMatch(inner -> ranges.stream().anyMatch(r -> r.holds(inner)));
  }
}
