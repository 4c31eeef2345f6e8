package nadzor.store;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/**
 * Where a journal ends: how many records it has, and the hash of the last one, which stands for all
 * of them. Immutable.
 *
 * @param number the last record; 0 for an empty journal
 * @param hash its hash, of 32 bytes
 */
public record Head(long number, HashCode hash) {
  /** The empty journal, whose hash names the format: the SHA-256 of {@code nadzor journal 1}. */
  public static final Head GENESIS =
      new Head(0, Hashing.sha256().hashString("nadzor journal 1", StandardCharsets.US_ASCII));

  /** As {@code 17 3fa9...}, the hash whole. */
  @Override
  public String toString() {
    return number + " " + hash;
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static Head of(String written) {
    if (!written.matches("(0|[1-9][0-9]{0,17}) [0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "'" + written + "' is no head: a number, a space, a hash of 64 hexadecimal digits");
    }
    int space = written.indexOf(' ');
    return new Head(
        Long.parseLong(written.substring(0, space)),
        HashCode.fromString(written.substring(space + 1)));
  }
}
