package nadzor.exchange;

import java.util.List;

/**
 * From one version of a policy zone to the next. Immutable.
 *
 * @param from the serial before
 * @param to the serial after
 * @param removed items that are gone
 * @param added items that came
 */
public record ZoneChange(long from, long to, List<ListItem> removed, List<ListItem> added) {
  /** Copies the items. */
  public ZoneChange {
    removed = List.copyOf(removed);
    added = List.copyOf(added);
  }
}
