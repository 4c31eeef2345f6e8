package nadzor.impact;

import java.util.ArrayList;
import java.util.List;

/** Counts requests whose control twin is restricted. Not thread-safe. */
final class Twins {
  private final List<ControlHit> hits;
  private final List<Control.Area> areas;
  private final long[] requests;

  Twins(List<ControlHit> hits) {
    this.hits = hits;
    areas = hits.stream().map(hit -> hit.control().area()).toList();
    requests = new long[hits.size()];
  }

  /** For each hit the names whose requests count. */
  List<Control.Area> areas() {
    return areas;
  }

  /** Requests that belong to a hit, by its place. */
  void add(int hit, long count) {
    requests[hit] += count;
  }

  /** Requests for a name, each once. */
  void name(String name, long count) {
    for (int i = 0; i < requests.length; i++) {
      if (areas.get(i).holds(name)) {
        requests[i] += count;
      }
    }
  }

  List<ControlHit> hits() {
    List<ControlHit> counted = new ArrayList<>();
    for (int i = 0; i < requests.length; i++) {
      ControlHit hit = hits.get(i);
      counted.add(
          new ControlHit(
              hit.control(), hit.view(), hit.before(), hit.measure(), hit.rule(), requests[i]));
    }
    return List.copyOf(counted);
  }
}
