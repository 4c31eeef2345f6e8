package nadzor.office;

import nadzor.store.StoreStatus;

/**
 * How the store is. Immutable.
 *
 * @param kind sqlite or postgresql
 * @param writable whether the last attempt to write succeeded
 * @param detail what is wrong and what can be done; empty where all is well
 */
public record StoreHealth(String kind, boolean writable, String detail) {
  static StoreHealth of(StoreStatus status) {
    String kind = status.place().startsWith("jdbc:postgresql:") ? "postgresql" : "sqlite";
    String detail = status.fault().map(fault -> String.valueOf(fault.getMessage())).orElse("");
    return new StoreHealth(kind, status.writable(), detail);
  }
}
