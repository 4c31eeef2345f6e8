package nadzor.probe;

import java.nio.ByteBuffer;

/** A message with its length before it, as on streams (RFC 1035 section 4.2.2). */
final class DnsFrame {
  private DnsFrame() {}

  static byte[] of(byte[] message) {
    return ByteBuffer.allocate(2 + message.length)
        .putShort((short) message.length)
        .put(message)
        .array();
  }

  /** The next message of a stream. */
  static byte[] read(ByteLine line, Deadline until) throws Failed {
    int length = Short.toUnsignedInt(ByteBuffer.wrap(line.take(2, until)).getShort());
    return line.take(length, until);
  }
}
