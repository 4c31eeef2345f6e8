package nadzor.censor;

/** By what door a flow came. */
public enum FlowKind {
  /** A question to a resolver, whatever it travels in. */
  DNS("dns"),
  /** A tunnel that HTTP CONNECT asked for. */
  CONNECT("connect"),
  /** A tunnel that SOCKS4, SOCKS4a or SOCKS5 asked for. */
  SOCKS("socks"),
  /** A connection to a transparent port, or to a port that leads to one destination. */
  TRANSPARENT("transparent"),
  /** A request in absolute form. */
  HTTP("http"),
  /** Datagrams of a SOCKS5 association. */
  UDP("udp");

  private final String word;

  FlowKind(String word) {
    this.word = word;
  }

  /** The word in feeds, as {@code connect}. */
  public String word() {
    return word;
  }
}
