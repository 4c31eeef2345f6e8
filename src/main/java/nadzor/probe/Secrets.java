package nadzor.probe;

/** The key schedule of TLS 1.3 without a pre-shared key (RFC 8446 section 7.1). Immutable. */
final class Secrets {
  private static final byte[] ZEROS = new byte[Hkdf.SIZE];

  private final byte[] client;
  private final byte[] server;
  private final byte[] master;

  private Secrets(byte[] client, byte[] server, byte[] master) {
    this.client = client;
    this.server = server;
    this.master = master;
  }

  /**
   * @param hellos the hash of ClientHello and ServerHello
   */
  static Secrets of(byte[] agreed, byte[] hellos) {
    byte[] nothing = Hkdf.sha256(new byte[0]);
    byte[] early = Hkdf.extract(ZEROS, ZEROS);
    byte[] handshake = Hkdf.extract(Hkdf.derive(early, "derived", nothing), agreed);
    return new Secrets(
        Hkdf.derive(handshake, "c hs traffic", hellos),
        Hkdf.derive(handshake, "s hs traffic", hellos),
        Hkdf.extract(Hkdf.derive(handshake, "derived", nothing), ZEROS));
  }

  /** The client's handshake traffic secret. */
  byte[] client() {
    return client;
  }

  /** The server's. */
  byte[] server() {
    return server;
  }

  /** For what the client sends, after the server's Finished. */
  byte[] clientApplication(byte[] transcript) {
    return Hkdf.derive(master, "c ap traffic", transcript);
  }

  /** For what the server sends. */
  byte[] serverApplication(byte[] transcript) {
    return Hkdf.derive(master, "s ap traffic", transcript);
  }
}
