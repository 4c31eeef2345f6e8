package nadzor.fuzz;

import nadzor.exchange.Format;

/** A list in the format {@link Format#PLAIN}. */
public final class ListPlainFuzz {
  private ListPlainFuzz() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] data) {
    ListPromises.hold(Format.PLAIN, data);
  }
}
