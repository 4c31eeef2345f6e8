package nadzor.lab;

import java.util.List;

/**
 * All flows that are known at one moment. Immutable.
 *
 * @param sequence of the last change that it shows: the changes after it go on from here
 * @param nowNanos when, by {@link LiveFlows#now}
 * @param open the oldest first
 * @param closed those that closed last, the latest first
 * @param lost how many events could not be taken since the start
 * @param unlisted how many flows since the start were not listed for want of room
 */
public record FlowSnapshot(
    long sequence,
    long nowNanos,
    List<LiveFlow> open,
    List<LiveFlow> closed,
    long lost,
    long unlisted) {
  /** Copies the lists. */
  public FlowSnapshot {
    open = List.copyOf(open);
    closed = List.copyOf(closed);
  }
}
