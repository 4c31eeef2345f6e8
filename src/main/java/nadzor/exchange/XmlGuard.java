package nadzor.exchange;

import java.io.IOException;
import java.io.InputStream;

/** Bounds what an XML parser takes in before it comes to its next event. */
final class XmlGuard extends InputStream {
  private static final int AHEAD = 1 << 17;

  private final InputStream source;
  private final Intake in;
  private long since;

  XmlGuard(InputStream source, Intake in) {
    this.source = source;
    this.in = in;
  }

  /** An event came. */
  void event() {
    since = 0;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = source.read(into, offset, Math.min(length, 1 << 16));
    since += Math.max(0, count);
    if (since > in.limits().line() + (long) AHEAD) {
      throw in.broken(
          Fault.LIMIT,
          1,
          "an element, text or comment of more than " + in.limits().line() + " octets",
          "shorter ones");
    }
    return count;
  }
}
