package nadzor.blocklist;

/**
 * How many changes there are. Immutable.
 *
 * @param added matchers that came, each measure by itself
 * @param removed matchers that went
 * @param reasons matchers that stand for other reasons
 */
public record ChangeCounts(int added, int removed, int reasons) {
  /** No change. */
  public static final ChangeCounts NONE = new ChangeCounts(0, 0, 0);

  /** All of them. */
  public int total() {
    return added + removed + reasons;
  }

  ChangeCounts plus(RuleChange.What what) {
    return switch (what) {
      case ADDED -> new ChangeCounts(added + 1, removed, reasons);
      case REMOVED -> new ChangeCounts(added, removed + 1, reasons);
      case REASONS -> new ChangeCounts(added, removed, reasons + 1);
    };
  }
}
