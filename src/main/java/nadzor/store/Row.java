package nadzor.store;

import com.google.common.hash.HashCode;
import java.util.Arrays;

/**
 * One record as a store keeps it; the hash has 32 bytes, unless somebody damaged the store.
 * Immutable, as long as nobody writes into its line.
 */
public final class Row {
  private final long number;
  private final byte[] line;
  private final byte[] hash;

  /** Takes both arrays over. */
  Row(long number, byte[] line, byte[] hash) {
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
    return HashCode.fromBytes(hash);
  }

  /** Whether its hash is this one. */
  boolean has(byte[] other) {
    return Arrays.equals(hash, other);
  }

  /** Its hash, not a copy. */
  byte[] octetsOfHash() {
    return hash;
  }

  /** The journal up to it. */
  public Head head() {
    return new Head(number, hash());
  }
}
