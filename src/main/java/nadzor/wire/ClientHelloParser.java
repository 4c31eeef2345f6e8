package nadzor.wire;

import nadzor.flow.ClientHello;
import nadzor.wire.Parsed.NeedMore;
import nadzor.wire.Parsed.NotThis;

/**
 * Reads a TLS ClientHello that lies in one record at the start of the octets (RFC 8446 sections
 * 4.1.2 and 5.1; RFC 6066 section 3 for the name).
 *
 * <p>What is checked is what the throttler of 2021 was measured to check (Censored Planet,
 * "Throttling of Twitter in Russia", 2021): record and handshake type, both lengths, session id,
 * cipher suites, extensions, type of the name. Versions and random are not looked at. A record may
 * be longer than its first message; a message that needs a second record is not read.
 *
 * <p>Pure: no octets make it throw; what is kept is the name alone.
 */
public final class ClientHelloParser {
  private static final int HANDSHAKE_RECORD = 22;
  private static final int RECORD_HEADER = 5;
  private static final int MAX_RECORD = 1 << 14;

  private ClientHelloParser() {}

  /**
   * Reads {@code length} octets from {@code offset}, which must lie inside the array.
   *
   * @return the hello, with the length of its record; need more where the record goes on beyond the
   *     octets; not this with a reason
   */
  public static Parsed<ClientHello> parse(byte[] octets, int offset, int length) {
    Cursor cursor = new Cursor(octets, offset, length);
    int type = cursor.u8();
    if (type != HANDSHAKE_RECORD) {
      return type == Cursor.MISSING
          ? new NeedMore<>()
          : new NotThis<>("record type " + type + ", a handshake is 22");
    }
    cursor.skip(2);
    int record = cursor.u16();
    return record == Cursor.MISSING ? new NeedMore<>() : message(octets, cursor, record);
  }

  private static Parsed<ClientHello> message(byte[] octets, Cursor cursor, int record) {
    int present = cursor.remaining();
    if (record < HelloMessage.HEADER || record > MAX_RECORD) {
      return new NotThis<>("a record of " + record + " octets");
    }
    int type = cursor.u8();
    if (type != Cursor.MISSING && type != HelloMessage.CLIENT_HELLO) {
      return new NotThis<>("handshake type " + type + ", a ClientHello is 1");
    }
    int message = cursor.u24();
    if (message != Cursor.MISSING && message + HelloMessage.HEADER > record) {
      return new NotThis<>("the handshake goes on in another record");
    }
    if (present < record) {
      return new NeedMore<>();
    }
    return HelloMessage.body(
        octets, new Cursor(octets, cursor.position(), message), RECORD_HEADER + record);
  }
}
