package nadzor.exchange;

import java.util.Locale;

/** How dirty values are repaired, each rule by its name; in the order in which they are applied. */
public enum Repair {
  /** Octets of a mark before the first line. */
  BYTE_ORDER_MARK,
  /** UTF-8 within a file of another encoding. */
  MOJIBAKE,
  /** Blanks or quotes around a value, or within a name. */
  BLANK,
  /** A backslash for a slash. */
  BACKSLASH,
  /** {@code http://} and the like before a name. */
  SCHEME,
  /** A slash and what follows it after a name. */
  PATH,
  /** A comma for a dot. */
  COMMA,
  /** A dot at the end of a name. */
  TRAILING_DOT,
  /** Letters in upper case. */
  UPPER_CASE,
  /** U-labels for A-labels. */
  IDN,
  /** Bits of an address behind its prefix. */
  HOST_BITS,
  /** Two addresses with a hyphen for the prefixes between them. */
  ADDRESS_SPAN;

  /** The word in reports, as {@code trailing-dot}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
