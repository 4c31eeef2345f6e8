package nadzor.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/** ClientHellos for tests, written here octet by octet, and one that the JDK writes. */
public final class HelloBytes {
  private HelloBytes() {}

  /** A hello with this SNI and no other extension. */
  public static byte[] withName(String name) {
    return record(message(body(serverName(0, name))));
  }

  /** A hello with this SNI and a padding extension (RFC 7685) of so many octets before it. */
  public static byte[] withName(String name, int padding) {
    return withExtensions(extension(21, new byte[padding]), serverName(0, name));
  }

  /** A hello whose extensions, already framed one by one, are these. */
  static byte[] withExtensions(byte[]... extensions) {
    return record(message(body(extensions)));
  }

  /** The hello of this machine's JDK for this name. */
  static byte[] ofJdk(String name) {
    try {
      SSLEngine engine = SSLContext.getDefault().createSSLEngine(name, 443);
      engine.setUseClientMode(true);
      ByteBuffer out = ByteBuffer.allocate(20_000);
      engine.wrap(ByteBuffer.allocate(0), out);
      byte[] octets = new byte[out.flip().remaining()];
      out.get(octets);
      return octets;
    } catch (NoSuchAlgorithmException | SSLException e) {
      throw new AssertionError(e);
    }
  }

  static byte[] serverName(int type, String name) {
    byte[] text = name.getBytes(StandardCharsets.US_ASCII);
    byte[] entry = join(new byte[] {(byte) type}, u16(text.length), text);
    return extension(0, join(u16(entry.length), entry));
  }

  static byte[] extension(int type, byte[] data) {
    return join(u16(type), u16(data.length), data);
  }

  static byte[] body(byte[]... extensions) {
    byte[] all = join(extensions);
    byte[] sessionId = new byte[33];
    sessionId[0] = 32;
    byte[] ciphers = {0, 4, 0x13, 1, 0x13, 2};
    return join(
        u16(0x303), new byte[32], sessionId, ciphers, new byte[] {1, 0}, u16(all.length), all);
  }

  static byte[] message(byte[] body) {
    return join(new byte[] {1, (byte) (body.length >> 16)}, u16(body.length), body);
  }

  static byte[] record(byte[] payload) {
    return join(new byte[] {22, 3, 1}, u16(payload.length), payload);
  }

  static byte[] u16(int value) {
    return new byte[] {(byte) (value >> 8), (byte) value};
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
