package nadzor.fuzz;

import nadzor.exchange.Format;

/** A list in the format {@link Format#CITIZEN_LAB}. */
public final class ListCitizenLabFuzz {
  private ListCitizenLabFuzz() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] data) {
    ListPromises.hold(Format.CITIZEN_LAB, data);
  }
}
