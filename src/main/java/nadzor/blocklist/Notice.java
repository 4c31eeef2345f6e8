package nadzor.blocklist;

/**
 * A public text that may be written only when somebody reads it. Two are equal where they say the
 * same; printed, it may be a short name of the text, which tells unequal ones apart.
 */
public interface Notice {
  /** The text. */
  String text();

  /** A text that is written already. Immutable. */
  record Written(String text) implements Notice {
    @Override
    public String toString() {
      return text;
    }
  }
}
