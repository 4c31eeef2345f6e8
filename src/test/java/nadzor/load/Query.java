package nadzor.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Questions as octets, and what an answer says. */
final class Query {
  /** The octets of a header, which tells the RCODE. */
  static final int HEADER = 12;

  static final int NOERROR = 0;
  static final int SERVFAIL = 2;
  static final int NXDOMAIN = 3;

  private Query() {}

  /** For the A record of a name. */
  static byte[] of(String name) {
    return of(name, Type.A);
  }

  static byte[] of(String name, int type) {
    try {
      Record question = Record.newRecord(Name.fromString(name + "."), type, DClass.IN);
      return Message.newQuery(question).toWire();
    } catch (IOException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  /** Behind its length in two octets (RFC 1035 section 4.2.2). */
  static byte[] framed(byte[] message) {
    return ByteBuffer.allocate(message.length + 2)
        .putShort((short) message.length)
        .put(message)
        .array();
  }

  static int rcode(byte[] answer) {
    return answer[3] & 0xf;
  }
}
