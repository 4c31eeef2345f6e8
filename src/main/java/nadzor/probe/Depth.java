package nadzor.probe;

import java.util.Locale;

/** How much a technique proves when it is through. */
public enum Depth {
  /** A whole response was read. */
  PAGE("a whole response"),
  /**
   * A ServerHello was read: the hello was not kept from the server, nor the answer from the client.
   * OONI's ts-024 calls this success. What a filter does to later octets is not seen.
   */
  SERVER_HELLO("a ServerHello"),
  /** A Version Negotiation packet came back (RFC 9000 section 6): both ways are open. */
  VERSION_NEGOTIATION("a Version Negotiation packet");

  private final String proof;

  Depth(String proof) {
    this.proof = proof;
  }

  /** What was seen, for people. */
  public String proof() {
    return proof;
  }

  /** Lower case, as in lists: {@code server-hello}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
