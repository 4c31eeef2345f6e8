package nadzor.fuzz;

import nadzor.exchange.Format;

/** A list in the format {@link Format#ADBLOCK}. */
public final class ListAdblockFuzz {
  private ListAdblockFuzz() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] data) {
    ListPromises.hold(Format.ADBLOCK, data);
  }
}
