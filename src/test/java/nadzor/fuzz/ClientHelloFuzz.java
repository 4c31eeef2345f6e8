package nadzor.fuzz;

import nadzor.wire.ClientHelloParser;

/** A ClientHello in one record. */
public final class ClientHelloFuzz {
  private ClientHelloFuzz() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] data) {
    Promises.hold(ClientHelloParser::parse, data);
  }
}
