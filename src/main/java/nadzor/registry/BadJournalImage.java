package nadzor.registry;

/** What was read is no image of a journal that this program wrote. */
public final class BadJournalImage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * What is wrong with it.
   *
   * @param message what was found
   */
  public BadJournalImage(String message) {
    super(message);
  }

  BadJournalImage(String message, Throwable cause) {
    super(message, cause);
  }
}
