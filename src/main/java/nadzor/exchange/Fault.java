package nadzor.exchange;

import java.util.Locale;

/** Why something in a list cannot be used. */
public enum Fault {
  /** No name, or one that cannot be. */
  NAME,
  /** No address or prefix. */
  ADDRESS,
  /** No URL. */
  URL,
  /** A line, an element or a record of another shape. */
  SHAPE,
  /** An attribute or field with a value that cannot be. */
  VALUE,
  /** A directive that is not obeyed, such as {@code $INCLUDE}. */
  DIRECTIVE,
  /** Octets that are not of the encoding. */
  ENCODING,
  /** More than is read: the length of a line, the size of an archive. */
  LIMIT,
  /** An id that was there before. */
  DUPLICATE,
  /** Ranges of addresses that overlap. */
  OVERLAP,
  /** A checksum or count that does not match. */
  CHECKSUM,
  /** The end before the end. */
  TRUNCATED,
  /** The file is another one than at the start. */
  CHANGED;

  /** The word in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
