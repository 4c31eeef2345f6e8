package nadzor.impact.traffic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lines of UTF-8, never more than {@value #LONGEST} octets of one at a time. Not thread-safe. */
final class LogLines {
  static final int LONGEST = 1 << 20;
  private static final int BUFFER = 1 << 16;
  private static final int NOTHING = -1;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private byte[] line = new byte[256];
  private int length;
  private int at;
  private int limit;
  private long number;
  private boolean tooLong;

  LogLines(InputStream in) {
    this.in = in;
  }

  /** Goes to the next line; false at the end. */
  boolean next() throws IOException {
    length = 0;
    tooLong = false;
    int octet = octet();
    if (octet == NOTHING) {
      return false;
    }
    number++;
    while (octet != NOTHING && octet != '\n') {
      append((byte) octet);
      octet = octet();
    }
    return true;
  }

  private void append(byte octet) {
    if (length == LONGEST) {
      tooLong = true;
      return;
    }
    if (length == line.length) {
      line = Arrays.copyOf(line, Math.min(LONGEST, 2 * length));
    }
    line[length++] = octet;
  }

  private int octet() throws IOException {
    if (at == limit) {
      at = 0;
      limit = Math.max(0, in.read(buffer, 0, BUFFER));
      if (limit == 0) {
        return NOTHING;
      }
    }
    return buffer[at++] & 0xff;
  }

  /** The number of this line, from 1. */
  long number() {
    return number;
  }

  /** Whether this line is longer than is read. */
  boolean isTooLong() {
    return tooLong;
  }

  /** This line without its end, and the first without its byte order mark. */
  String text() {
    int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    String text = new String(line, 0, end, StandardCharsets.UTF_8);
    return number == 1 && text.startsWith("\ufeff") ? text.substring(1) : text;
  }
}
