package nadzor.office.lists;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.RuleChange;
import nadzor.blocklist.VersionDiff;

/**
 * Which changes between two versions are looked for.
 *
 * @param what only these; all are counted
 * @param most how many are kept, the first in order
 */
public record ChangeQuery(Optional<RuleChange.What> what, int most) {
  /** What differs, with these changes. */
  public VersionDiff in(Blocklist from, Blocklist to) {
    if (what.isEmpty()) {
      return VersionDiff.between(from, to, most);
    }
    VersionDiff all = VersionDiff.between(from, to, 0);
    return new VersionDiff(
        all.from(), all.to(), all.counts(), all.byOrigin(), all.renamings(), first(from, to));
  }

  private List<RuleChange> first(Blocklist from, Blocklist to) {
    PriorityQueue<RuleChange> last = new PriorityQueue<>(Collections.reverseOrder());
    VersionDiff.walk(
        from,
        to,
        false,
        change -> {
          if (what.equals(Optional.of(change.what()))) {
            last.add(change);
            if (last.size() > most) {
              var unused = last.poll();
            }
          }
        });
    List<RuleChange> kept = new ArrayList<>(last);
    Collections.sort(kept);
    return kept;
  }
}
