package nadzor.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import nadzor.wire.DnsQuery;
import nadzor.wire.DnsQuestionParser;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;

/** Messages for tests, written and read by dnsjava. */
final class Messages {
  private Messages() {}

  static Name name(String text) {
    try {
      return Name.fromString(text + ".");
    } catch (TextParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static byte[] plain(String name, int type) {
    return Message.newQuery(Record.newRecord(name(name), type, DClass.IN)).toWire();
  }

  static byte[] edns(String name, int type, int udpSize) {
    return edns(name, type, udpSize, 0);
  }

  static byte[] edns(String name, int type, int udpSize, int flags) {
    Message query = Message.newQuery(Record.newRecord(name(name), type, DClass.IN));
    query.addRecord(new OPTRecord(udpSize, 0, 0, flags), Section.ADDITIONAL);
    return query.toWire();
  }

  static DnsQuery parsed(byte[] octets) {
    DnsQuery query = new DnsQuery();
    DnsQuestionParser.parse(octets, 0, octets.length, query);
    return query;
  }

  static Message read(byte[] octets) {
    try {
      return new Message(octets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ExtendedErrorCodeOption extendedError(Message answer) {
    return (ExtendedErrorCodeOption)
        answer.getOPT().getOptions(EDNSOption.Code.EDNS_EXTENDED_ERROR).get(0);
  }
}
