package nadzor.fuzz;

import nadzor.exchange.Format;

/** A list in the format {@link Format#JSON_LINES}. */
public final class ListJsonLinesFuzz {
  private ListJsonLinesFuzz() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] data) {
    ListPromises.hold(Format.JSON_LINES, data);
  }
}
