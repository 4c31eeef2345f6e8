package nadzor.registry;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes values one after another as few octets: numbers 7 bits to the octet, texts that come again
 * as their numbers in a pool. {@link PackReader} reads them. Used by one thread.
 */
final class PackWriter {
  private final Pool pool;
  private byte[] octets = new byte[256];
  private int end;

  PackWriter(Pool pool) {
    this.pool = pool;
  }

  /** Forgets what was written. */
  void clear() {
    end = 0;
  }

  int length() {
    return end;
  }

  /** Puts what was written into an array. */
  void copyTo(byte[] target, int at) {
    System.arraycopy(octets, 0, target, at, end);
  }

  void octet(int value) {
    if (end == octets.length) {
      octets = Arrays.copyOf(octets, 2 * end);
    }
    octets[end++] = (byte) value;
  }

  /** A number from 0. */
  void number(long value) {
    long left = value;
    while (left > 0x7f || left < 0) {
      octet((int) (left | 0x80));
      left >>>= 7;
    }
    octet((int) left);
  }

  /** A number of either sign. */
  void signed(long value) {
    number((value << 1) ^ (value >> 63));
  }

  /** An instant by its distance from another. */
  void instant(Instant base, Instant value) {
    signed(Math.subtractExact(value.getEpochSecond(), base.getEpochSecond()));
    number(value.getNano());
  }

  void text(String text) {
    boolean wide = text.chars().anyMatch(c -> c > 0xff);
    number(2L * text.length() + (wide ? 1 : 0));
    for (int i = 0; i < text.length(); i++) {
      octet(text.charAt(i));
      if (wide) {
        octet(text.charAt(i) >> 8);
      }
    }
  }

  /** A text that comes again. */
  void word(String word) {
    int number = pool.number(word);
    number(number);
    if (number == 0) {
      text(word);
    }
  }

  /** A value that comes again; false where there is no room for it. */
  boolean value(Object value) {
    int number = pool.number(value);
    number(number);
    return number > 0;
  }

  <T> void optional(Optional<T> value, Consumer<T> write) {
    octet(value.isPresent() ? 1 : 0);
    value.ifPresent(write);
  }
}
