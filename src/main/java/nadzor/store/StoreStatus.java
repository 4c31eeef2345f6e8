package nadzor.store;

import java.util.Optional;

/**
 * How the store of a running journal is. Immutable.
 *
 * @param place which store, without any password
 * @param head how far the journal goes
 * @param fault why the last attempt to write failed; empty if it did not
 */
public record StoreStatus(String place, Head head, Optional<StoreException> fault) {
  /** Whether the last attempt to write succeeded. */
  public boolean writable() {
    return fault.isEmpty();
  }
}
