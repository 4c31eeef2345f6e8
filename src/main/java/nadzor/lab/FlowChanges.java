package nadzor.lab;

import java.util.List;

/**
 * What changed after a sequence number. Immutable.
 *
 * @param list in order
 * @param next the number to ask with next time
 * @param complete false where changes before the list's first are forgotten, or the number is none
 *     of this start: take a snapshot
 */
public record FlowChanges(List<FlowChange> list, long next, boolean complete) {
  /** Copies the list. */
  public FlowChanges {
    list = List.copyOf(list);
  }
}
