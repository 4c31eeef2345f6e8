package nadzor.blocklist;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import nadzor.flow.DomainName;

/**
 * Names by a text within them, compared octet by octet in lower case wherever labels begin or end:
 * {@code *t.co*} is also in {@code reddit.com}. The filters that slowed Twitter down in March 2021
 * compared so (Censored Planet, "Throttling of Twitter in Russia", 2021). Immutable.
 *
 * @param text letters, digits, dots, hyphens and underscores, in lower case
 * @param place where in a name it has to stand
 */
public record TextMatcher(String text, Place place) implements Matcher {
  private static final int MAX_TEXT = 253;

  /** Where the text stands in a name. */
  public enum Place {
    /** Anywhere: {@code *text*}. */
    ANYWHERE('*'),
    /** At the end, label boundary or not: {@code *text}. */
    END('$'),
    /** At the start: {@code text*}. */
    START('^');

    private final byte code;

    Place(char code) {
      this.code = (byte) code;
    }

    /** The octet that stands for it in an index. */
    byte code() {
      return code;
    }

    static Place of(byte code) {
      return code == END.code ? END : code == START.code ? START : ANYWHERE;
    }
  }

  /** Makes the text lower case and checks it. */
  public TextMatcher {
    text = text.toLowerCase(Locale.ROOT);
    if (text.isEmpty() || text.length() > MAX_TEXT) {
      throw new IllegalArgumentException(
          "a mask has a text of " + text.length() + " octets, 1 to " + MAX_TEXT + " are possible");
    }
    for (int i = 0; i < text.length(); i++) {
      checkOctet(text, text.charAt(i));
    }
    if (place == Place.END && text.startsWith(".")) {
      throw new IllegalArgumentException(
          "'*" + text + "' as a text at the end: *.name means the names below a name");
    }
  }

  private static void checkOctet(String text, char c) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (c == '*') {
      throw new IllegalArgumentException(
          "'" + text + "' has a star within: possible are *text*, *text, text* and *.name");
    }
    if (!letter && c != '.' && c != '-' && c != '_') {
      throw new IllegalArgumentException(
          "'" + text + "' has '" + c + "' in a mask: a mask is compared with A-labels as sent");
    }
  }

  static TextMatcher read(String written) {
    boolean open = written.startsWith("*");
    boolean shut = written.endsWith("*");
    if (written.length() < 2 || written.equals("**")) {
      throw new IllegalArgumentException(
          "'" + written + "' would hold every name: possible are *text*, *text, text* and *.name");
    }
    String text = written.substring(open ? 1 : 0, written.length() - (shut ? 1 : 0));
    return new TextMatcher(text, open && shut ? Place.ANYWHERE : open ? Place.END : Place.START);
  }

  byte[] octets() {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public boolean covers(DomainName name) {
    return switch (place) {
      case ANYWHERE -> name.text().contains(text);
      case END -> name.text().endsWith(text);
      case START -> name.text().startsWith(text);
    };
  }

  /** As {@link Matcher#of} reads it. */
  @Override
  public String toString() {
    return switch (place) {
      case ANYWHERE -> "*" + text + "*";
      case END -> "*" + text;
      case START -> text + "*";
    };
  }
}
