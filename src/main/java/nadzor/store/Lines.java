package nadzor.store;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The lines of a stream as bytes, each of which has to end with LF. Used by one thread. */
final class Lines {
  private static final int LONGEST = 1 << 28;
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
  private long number;

  Lines(InputStream stream) {
    in = new BufferedInputStream(stream, BUFFER);
  }

  /** How many lines there were so far. */
  long number() {
    return number;
  }

  /**
   * The next line without its LF; empty at the end.
   *
   * @throws BadLine for a last line without LF
   */
  Optional<byte[]> next() {
    try {
      line.reset();
      for (int octet = in.read(); octet != '\n'; octet = in.read()) {
        if (octet < 0) {
          return atEnd();
        }
        add(octet);
      }
      number++;
      return Optional.of(line.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("line " + (number + 1) + " cannot be read", e);
    }
  }

  private void add(int octet) {
    if (line.size() == LONGEST) {
      throw new BadLine(
          number + 1, LONGEST, "a line of more than " + LONGEST + " bytes", "a record");
    }
    line.write(octet);
  }

  private Optional<byte[]> atEnd() {
    if (line.size() > 0) {
      throw new BadLine(
          number + 1, line.size() + 1L, "the end of the file", "the rest of the line");
    }
    return Optional.empty();
  }
}
