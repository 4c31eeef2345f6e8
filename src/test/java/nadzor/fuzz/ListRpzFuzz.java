package nadzor.fuzz;

import nadzor.exchange.Format;

/** A list in the format {@link Format#RPZ}. */
public final class ListRpzFuzz {
  private ListRpzFuzz() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] data) {
    ListPromises.hold(Format.RPZ, data);
  }
}
