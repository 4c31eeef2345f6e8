package nadzor.fuzz;

import nadzor.exchange.Format;

/** A list in the format {@link Format#REGISTER_XML}. */
public final class ListRegisterXmlFuzz {
  private ListRegisterXmlFuzz() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] data) {
    ListPromises.hold(Format.REGISTER_XML, data);
  }
}
