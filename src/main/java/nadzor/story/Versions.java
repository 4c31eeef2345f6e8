package nadzor.story;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Rule;

/** Numbers blocklist versions: the same rules are the same version. Not thread-safe. */
final class Versions {
  private final Map<Set<Rule>, Blocklist> known = new HashMap<>();

  Blocklist of(List<Rule> rules) {
    return known.computeIfAbsent(
        new LinkedHashSet<>(rules), set -> Blocklist.compile(known.size() + 1L, set));
  }
}
