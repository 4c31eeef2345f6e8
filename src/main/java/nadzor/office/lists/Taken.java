package nadzor.office.lists;

import java.util.List;
import nadzor.blocklist.Blocklist;
import nadzor.exchange.Conversion;
import nadzor.exchange.Remark;
import nadzor.store.lists.SourceFile;

/**
 * What was read. Immutable.
 *
 * @param list compiled, numbered 0
 * @param sources what it was read from
 * @param items how many items these have, and how much was repaired and refused
 * @param unordered how many of them restrict nothing, or cannot be matched
 * @param refusals the first values that were refused, and the first of each kind that a rule cannot
 *     hold
 */
public record Taken(
    Blocklist list,
    List<SourceFile> sources,
    Conversion items,
    long unordered,
    List<Remark> refusals) {
  /** Copies the lists. */
  public Taken {
    sources = List.copyOf(sources);
    refusals = List.copyOf(refusals);
  }

  /** How many values were refused. */
  public long refused() {
    return items.count(Remark.Kind.REFUSED);
  }
}
