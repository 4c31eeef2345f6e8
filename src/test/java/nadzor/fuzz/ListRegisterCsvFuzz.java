package nadzor.fuzz;

import nadzor.exchange.Format;

/** A list in the format {@link Format#REGISTER_CSV}. */
public final class ListRegisterCsvFuzz {
  private ListRegisterCsvFuzz() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] data) {
    ListPromises.hold(Format.REGISTER_CSV, data);
  }
}
