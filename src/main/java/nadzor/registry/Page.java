package nadzor.registry;

import java.util.List;
import java.util.OptionalLong;

/**
 * Some records that were found. Immutable.
 *
 * @param records in the order that was asked for
 * @param next the cursor for more: the number of the last of these records; empty where there are
 *     no more
 */
public record Page(List<Recorded<?>> records, OptionalLong next) {
  /** Copies the list. */
  public Page {
    records = List.copyOf(records);
  }
}
