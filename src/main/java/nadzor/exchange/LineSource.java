package nadzor.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Lines of octets, decoded strictly, each of bounded length: a longer one is refused and skipped in
 * constant memory. Not thread-safe.
 */
final class LineSource {
  private static final int CHUNK = 1 << 16;
  private static final char REPLACEMENT = '\ufffd';

  private final InputStream source;
  private final Charset charset;
  private byte[] buffer = new byte[CHUNK];
  private int start;
  private int end;
  private int number;
  private String text = "";

  LineSource(InputStream source, Charset charset) {
    this.source = source;
    this.charset = charset;
  }

  /** The line's number, from 1. */
  int number() {
    return number;
  }

  /** The line, without its end. */
  String text() {
    return text;
  }

  /** Goes to the next line that can be read; false at the end. */
  boolean next(Intake in) throws IOException {
    while (true) {
      int stop = findEnd(in);
      if (stop < 0) {
        return false;
      }
      if (stop != Integer.MAX_VALUE && decode(stop, in)) {
        return true;
      }
    }
  }

  /** Where the line ends; -1 where there is none; the greatest number where it was skipped. */
  private int findEnd(Intake in) throws IOException {
    int from = start;
    while (true) {
      for (int i = from; i < end; i++) {
        if (buffer[i] == '\n') {
          number++;
          return i;
        }
      }
      if (end - start > in.limits().line()) {
        number++;
        return skip(in);
      }
      from = end - start;
      if (!fill()) {
        number += end > start ? 1 : 0;
        return end > start ? end : -1;
      }
    }
  }

  /** Moves what is left to the front and reads on; false at the end. */
  private boolean fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int count = source.read(buffer, end, buffer.length - end);
    end += Math.max(0, count);
    return count >= 0;
  }

  private int skip(Intake in) throws IOException {
    long length = (long) end - start;
    start = 0;
    end = 0;
    boolean more = true;
    while (more && start == end) {
      end = Math.max(0, source.read(buffer, 0, buffer.length));
      start = 0;
      more = end > 0;
      int stop = indexOfEnd();
      length += stop;
      start = Math.min(end, stop + 1);
      more &= stop == end;
    }
    in.at(number, "");
    in.refuse(
        Fault.LIMIT,
        in.limits().line() + 1,
        "a line of " + length + " octets",
        "at most " + in.limits().line());
    return Integer.MAX_VALUE;
  }

  private int indexOfEnd() {
    int stop = 0;
    while (stop < end && buffer[stop] != '\n') {
      stop++;
    }
    return stop;
  }

  private boolean decode(int stop, Intake in) throws IOException {
    int from = start;
    start = Math.min(end, stop + 1);
    int to = stop > from && buffer[stop - 1] == '\r' ? stop - 1 : stop;
    if (number == 1) {
      from = afterMark(from, to, in);
    }
    int odd = from;
    while (odd < to && buffer[odd] > 0) {
      odd++;
    }
    if (odd == to) {
      text = new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
      return true;
    }
    text = new String(buffer, from, to - from, charset);
    return text.indexOf(REPLACEMENT) < 0 || decodeStrictly(from, to, in);
  }

  private int afterMark(int from, int to, Intake in) throws IOException {
    in.at(1, "");
    if (to - from >= 2 && (buffer[from] & 0xff) + (buffer[from + 1] & 0xff) == 0xff + 0xfe) {
      throw in.broken(Fault.ENCODING, 1, "UTF-16", charset.toString());
    }
    boolean mark = to - from >= 3 && buffer[from] == -17 && buffer[from + 1] == -69;
    if (mark && buffer[from + 2] == -65) {
      in.repaired(Repair.BYTE_ORDER_MARK, 1, "EF BB BF", "");
      return from + 3;
    }
    return from;
  }

  /** What stands for octets that cannot be decoded may be in the text itself. */
  private boolean decodeStrictly(int from, int to, Intake in) throws IOException {
    ByteBuffer octets = ByteBuffer.wrap(buffer, from, to - from);
    try {
      text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(octets)
              .toString();
      return true;
    } catch (CharacterCodingException e) {
      in.at(number, "");
      int bad = octets.position();
      in.refuse(
          Fault.ENCODING,
          bad - from + 1,
          bad < to ? String.format("octet %02X", buffer[bad]) : "the end of a line",
          charset + (charset.equals(StandardCharsets.UTF_8) ? "; a file of another one?" : ""));
      return false;
    }
  }
}
