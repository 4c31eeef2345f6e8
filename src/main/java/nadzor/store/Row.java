package nadzor.store;

import com.google.common.hash.HashCode;

/** One record as a store keeps it. Immutable, as long as nobody writes into its line. */
public final class Row {
  private final long number;
  private final byte[] line;
  private final HashCode hash;

  /** Takes the line over. */
  Row(long number, byte[] line, HashCode hash) {
    this.number = number;
    this.line = line;
    this.hash = hash;
  }

  /** The record's number. */
  public long number() {
    return number;
  }

  /** Its canonical JSON, without LF; not a copy. */
  public byte[] line() {
    return line;
  }

  /** The hash of all records up to it. */
  public HashCode hash() {
    return hash;
  }

  /** The journal up to it. */
  public Head head() {
    return new Head(number, hash);
  }
}
