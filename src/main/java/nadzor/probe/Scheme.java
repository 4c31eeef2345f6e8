package nadzor.probe;

/** How a site is asked: with TLS or in the clear. */
public enum Scheme {
  /** HTTP over TLS. */
  HTTPS("https", 443),
  /** HTTP in the clear. */
  HTTP("http", 80);

  private final String text;
  private final int port;

  Scheme(String text, int port) {
    this.text = text;
    this.port = port;
  }

  /** As it stands in a URL. */
  public String text() {
    return text;
  }

  /** The port that goes with it. */
  public int port() {
    return port;
  }
}
