package nadzor.registry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads what {@link PackWriter} wrote. Used by one thread. */
final class PackReader {
  private final Pool pool;
  private final byte[] octets;
  private int at;

  PackReader(Pool pool, byte[] octets, int at) {
    this.pool = pool;
    this.octets = octets;
    this.at = at;
  }

  int octet() {
    return octets[at++] & 0xff;
  }

  long number() {
    long value = 0;
    int shift = 0;
    while (octets[at] < 0) {
      value |= (octets[at++] & 0x7fL) << shift;
      shift += 7;
    }
    return value | ((long) octets[at++] << shift);
  }

  long signed() {
    long value = number();
    return (value >>> 1) ^ -(value & 1);
  }

  Instant instant(Instant base) {
    long seconds = base.getEpochSecond() + signed();
    int nanos = (int) number();
    return seconds == base.getEpochSecond() && nanos == base.getNano()
        ? base
        : Instant.ofEpochSecond(seconds, nanos);
  }

  String text() {
    long header = number();
    int length = (int) (header >>> 1);
    return (header & 1) == 0 ? narrow(length) : wide(length);
  }

  private String narrow(int length) {
    at += length;
    return new String(octets, at - length, length, StandardCharsets.ISO_8859_1);
  }

  private String wide(int length) {
    char[] chars = new char[length];
    for (int i = 0; i < length; i++) {
      chars[i] = (char) (octet() | (octet() << 8));
    }
    return new String(chars);
  }

  void skipText() {
    long header = number();
    at += (int) (header >>> 1) << (header & 1);
  }

  /** Whether the text that comes is this one; leaves the reader anywhere within. */
  boolean isText(String other) {
    long header = number();
    boolean same = header >>> 1 == other.length();
    for (int i = 0; same && i < other.length(); i++) {
      int low = octet();
      same = other.charAt(i) == ((header & 1) == 0 ? low : low | (octet() << 8));
    }
    return same;
  }

  String word() {
    int number = (int) number();
    return number == 0 ? text() : pool.value(number).toString();
  }

  /** The number of a word in the pool; 0 where it is not there. */
  int skipWord() {
    int number = (int) number();
    if (number == 0) {
      skipText();
    }
    return number;
  }

  void skipInstant() {
    skipNumber();
    skipNumber();
  }

  void skipNumber() {
    while (octets[at++] < 0) {}
  }

  <T> T value(Class<T> type) {
    return type.cast(pool.value((int) number()));
  }

  <T> Optional<T> optional(Supplier<T> read) {
    return octet() == 0 ? Optional.empty() : Optional.of(read.get());
  }
}
