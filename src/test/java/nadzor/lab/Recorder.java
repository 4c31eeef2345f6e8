package nadzor.lab;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.List;

/** A socket that keeps what it receives. */
final class Recorder extends Socket {
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

  /** The lengths of the TLS records received so far. */
  List<Integer> records() {
    return OriginTlsTest.recordLengths(seen.toByteArray());
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read() throws IOException {
        int octet = super.read();
        if (octet >= 0) {
          seen.write(octet);
        }
        return octet;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        if (count > 0) {
          seen.write(into, offset, count);
        }
        return count;
      }
    };
  }
}
