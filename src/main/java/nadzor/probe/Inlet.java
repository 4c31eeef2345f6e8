package nadzor.probe;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads lines and runs of octets from a line; the window opens with the first byte. */
final class Inlet {
  private static final int SIZE = 16 * 1024;

  private final ByteLine line;
  private final Supplier<Deadline> window;
  private final ByteBuffer buffer;
  private Deadline until;
  private boolean started;

  Inlet(ByteLine line, Deadline firstByte, Supplier<Deadline> window) {
    this(line, firstByte, window, SIZE);
  }

  private Inlet(ByteLine line, Deadline firstByte, Supplier<Deadline> window, int size) {
    buffer = ByteBuffer.allocate(size).limit(0);
    this.line = line;
    this.until = firstByte;
    this.window = window;
  }

  /** Reads no octet ahead: what it was not asked for stays in the line. */
  static Inlet sparing(ByteLine line, Deadline until) {
    return new Inlet(line, until, () -> until, 1);
  }

  /** Up to {@code most} octets, at least one; empty at the end of the stream. */
  Optional<ByteBuffer> some(long most) throws Failed {
    if (!buffer.hasRemaining() && !fill()) {
      return Optional.empty();
    }
    int count = (int) Math.min(most, buffer.remaining());
    ByteBuffer part = buffer.slice(buffer.position(), count);
    buffer.position(buffer.position() + count);
    return Optional.of(part);
  }

  /**
   * A line in Latin-1 without its line end. {@code eof_error} before that, {@code
   * http_request_failed} for a line longer than the limit.
   */
  String line(int limit) throws Failed {
    StringBuilder text = new StringBuilder();
    while (true) {
      byte octet = some(1).orElseThrow(Inlet::end).get();
      if (octet == '\n') {
        int last = text.length() - 1;
        return last >= 0 && text.charAt(last) == '\r' ? text.substring(0, last) : text.toString();
      }
      if (text.length() >= limit) {
        throw new Failed(Failure.Name.HTTP_REQUEST_FAILED, "a line of more than " + limit);
      }
      text.append((char) (octet & 0xff));
    }
  }

  static Failed end() {
    return new Failed(Failure.of(Failure.Name.EOF_ERROR));
  }

  private boolean fill() throws Failed {
    buffer.clear();
    int count;
    try {
      count = line.read(buffer, until);
    } finally {
      buffer.flip();
    }
    if (!started) {
      started = true;
      until = window.get();
    }
    return count > 0;
  }
}
