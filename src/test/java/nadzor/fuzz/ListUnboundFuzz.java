package nadzor.fuzz;

import nadzor.exchange.Format;

/** A list in the format {@link Format#UNBOUND}. */
public final class ListUnboundFuzz {
  private ListUnboundFuzz() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] data) {
    ListPromises.hold(Format.UNBOUND, data);
  }
}
