package nadzor.probe;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds the server name in a ClientHello record, after RFC 8446 section 4.1.2; for tests only. */
final class HelloReader {
  /** Where the name's octets stand in the record, and the name. */
  record Found(int offset, String name) {}

  private HelloReader() {}

  static Optional<Found> serverName(byte[] record) {
    ByteBuffer in = ByteBuffer.wrap(record);
    in.position(5 + 4 + 2 + 32);
    skip(in, in.get() & 0xff);
    skip(in, in.getShort() & 0xffff);
    skip(in, in.get() & 0xff);
    int end = in.getShort() + in.position();
    while (in.position() < end) {
      int type = in.getShort();
      int length = in.getShort() & 0xffff;
      if (type == 0) {
        return Optional.of(name(in));
      }
      skip(in, length);
    }
    return Optional.empty();
  }

  private static Found name(ByteBuffer in) {
    skip(in, 3);
    byte[] name = new byte[in.getShort()];
    int offset = in.position();
    in.get(name);
    return new Found(offset, new String(name, StandardCharsets.US_ASCII));
  }

  private static void skip(ByteBuffer in, int count) {
    in.position(in.position() + count);
  }
}
