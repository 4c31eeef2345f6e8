package nadzor.flow;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A host name in one spelling: A-labels, lower case, no trailing dot. Immutable.
 *
 * <p>Conversion to A-labels follows IDNA2003 as {@link IDN} has it; limits are those of RFC 1035
 * section 2.3.4 (63 octets a label, 253 characters a name).
 */
public final class DomainName implements Comparable<DomainName> {
  private static final int MAX_NAME = 253;
  private static final int MAX_LABEL = 63;

  private final String text;

  private DomainName(String text) {
    this.text = text;
  }

  /**
   * Reads a name as a person writes it: any case, IDN allowed, one trailing dot allowed.
   *
   * @throws IllegalArgumentException if it is no host name; the message says why
   */
  public static DomainName of(String written) {
    return isInOneSpelling(written) ? new DomainName(written) : respelled(written);
  }

  /** What clients send and lists hold is mostly so: one pass over it, nothing allocated. */
  private static boolean isInOneSpelling(String written) {
    int label = 0;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (isOfLabel(c) && label < MAX_LABEL) {
        label++;
      } else if (c == '.' && label > 0) {
        label = 0;
      } else {
        return false;
      }
    }
    return label > 0 && written.length() <= MAX_NAME;
  }

  private static DomainName respelled(String written) {
    String ascii = toAscii(written);
    String bare = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    if (bare.isEmpty()) {
      throw new IllegalArgumentException("a domain name is empty");
    }
    if (bare.length() > MAX_NAME) {
      throw new IllegalArgumentException(
          "a domain name has " + bare.length() + " characters, at most " + MAX_NAME + " fit");
    }
    for (String label : bare.split("\\.", -1)) {
      checkLabel(label, written);
    }
    return new DomainName(bare);
  }

  /** As {@link #of}, but empty where the text is no host name. */
  public static Optional<DomainName> tryOf(String written) {
    try {
      return Optional.of(of(written));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String toAscii(String written) {
    try {
      return IDN.toASCII(written.strip(), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      // IDN reports an empty label by one of these two, depending on where it stands.
      throw new IllegalArgumentException("'" + written + "' is no domain name", e);
    }
  }

  private static void checkLabel(String label, String written) {
    if (label.isEmpty() || label.length() > MAX_LABEL) {
      throw new IllegalArgumentException(
          "'" + written + "' has a label of " + label.length() + " octets, 1 to 63 are allowed");
    }
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      if (!isOfLabel(c)) {
        throw new IllegalArgumentException("'" + written + "' has '" + c + "' in a label");
      }
    }
  }

  private static boolean isOfLabel(char c) {
    return c == '-' || c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
  }

  /** The one spelling, such as {@code www.facebook.com}. */
  public String text() {
    return text;
  }

  /** The octets of {@link #text()}, a fresh array. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether this name is {@code ancestor} or stands below it. */
  public boolean isWithin(DomainName ancestor) {
    return text.equals(ancestor.text) || text.endsWith("." + ancestor.text);
  }

  @Override
  public int compareTo(DomainName other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DomainName name && name.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
