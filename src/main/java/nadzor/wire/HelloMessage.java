package nadzor.wire;

import nadzor.flow.ClientHello;
import nadzor.flow.NameView;
import nadzor.wire.Parsed.Complete;
import nadzor.wire.Parsed.NeedMore;
import nadzor.wire.Parsed.NotThis;

/**
 * Reads a ClientHello as a handshake message, without a record around it: what QUIC carries in its
 * CRYPTO frames (RFC 9001 section 4.1.3), and what is left when the records of a stream are taken
 * away.
 */
final class HelloMessage {
  static final int CLIENT_HELLO = 1;

  /** Type and length. */
  static final int HEADER = 4;

  private static final int RANDOM = 32;

  private HelloMessage() {}

  /** Reads the message; more octets may follow it. */
  static Parsed<ClientHello> parse(byte[] octets, int offset, int length) {
    Cursor cursor = new Cursor(octets, offset, length);
    int type = cursor.u8();
    if (type != Cursor.MISSING && type != CLIENT_HELLO) {
      return new NotThis<>("handshake type " + type + ", a ClientHello is 1");
    }
    int body = cursor.u24();
    if (body == Cursor.MISSING || body > cursor.remaining()) {
      return new NeedMore<>();
    }
    return body(octets, new Cursor(octets, cursor.position(), body), HEADER + body);
  }

  /** Reads what follows type and length, to the end of the cursor. */
  static Parsed<ClientHello> body(byte[] octets, Cursor body, int consumed) {
    if (!body.skip(2 + RANDOM)) {
      return new NotThis<>("a ClientHello that ends before its random");
    }
    int sessionId = body.u8();
    if (sessionId > 32 || !body.skip(sessionId)) {
      return new NotThis<>("a session id of " + sessionId + " octets");
    }
    int ciphers = body.u16();
    if (ciphers < 2 || ciphers % 2 != 0 || !body.skip(ciphers)) {
      return new NotThis<>("cipher suites of " + ciphers + " octets");
    }
    int compressions = body.u8();
    if (compressions < 1 || !body.skip(compressions)) {
      return new NotThis<>("compression methods of " + compressions + " octets");
    }
    HelloExtensions extensions = new HelloExtensions(octets, new NameView());
    String why = extensions.read(body);
    return why.isEmpty() ? new Complete<>(extensions.hello(), consumed) : new NotThis<>(why);
  }
}
