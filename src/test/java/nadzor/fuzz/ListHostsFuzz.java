package nadzor.fuzz;

import nadzor.exchange.Format;

/** A list in the format {@link Format#HOSTS}. */
public final class ListHostsFuzz {
  private ListHostsFuzz() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] data) {
    ListPromises.hold(Format.HOSTS, data);
  }
}
