package nadzor.blocklist;

/** A stored version cannot be used: it is damaged, cut short, or of another format. */
public final class BadVersionImage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong with it. */
  public BadVersionImage(String message) {
    super("no stored blocklist version: " + message);
  }

  BadVersionImage(String message, Throwable cause) {
    super("no stored blocklist version: " + message, cause);
  }
}
