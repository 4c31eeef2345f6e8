package nadzor.dns;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.HTTPSRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.SVCBBase;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/**
 * A small world: {@code missing.*} does not exist, {@code broken.*} fails, every other name has an
 * A, an HTTPS and 60 TXT records, and an AAAA only where it begins with {@code six}.
 */
final class Zone {
  private static final Name APEX = Messages.name("test");

  private Zone() {}

  static LocalUpstream upstream() {
    return LocalUpstream.ofMessages(Zone::answer);
  }

  static Message answer(Message query) {
    Record question = query.getQuestion();
    Message answer = new Message(query.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setFlag(Flags.AA);
    answer.addRecord(question, Section.QUESTION);
    String name = question.getName().toString().toLowerCase(Locale.ROOT);
    if (name.startsWith("broken.")) {
      throw new IllegalStateException("the authority breaks, as the test wants it");
    }
    boolean missing = name.startsWith("missing.");
    List<Record> records = missing ? List.of() : records(question.getName(), question.getType());
    records.forEach(record -> answer.addRecord(record, Section.ANSWER));
    if (records.isEmpty()) {
      answer.getHeader().setRcode(missing ? Dns.NXDOMAIN : Dns.NOERROR);
      answer.addRecord(
          new SOARecord(APEX, DClass.IN, 60, APEX, APEX, 1, 2, 3, 4, 5), Section.AUTHORITY);
    }
    return answer;
  }

  private static List<Record> records(Name name, int type) {
    boolean six = name.toString().startsWith("six");
    if (type == Type.A) {
      return List.of(new ARecord(name, DClass.IN, 60, Worlds.addresses("192.0.2.1").get(0)));
    } else if (type == Type.AAAA && six) {
      return List.of(new AAAARecord(name, DClass.IN, 60, Worlds.addresses("2001:db8::1").get(0)));
    } else if (type == Type.HTTPS) {
      SVCBBase.ParameterPort port = new SVCBBase.ParameterPort(443);
      return List.of(new HTTPSRecord(name, DClass.IN, 60, 1, Name.root, List.of(port)));
    } else if (type == Type.TXT) {
      return IntStream.range(0, 60)
          .mapToObj(i -> (Record) new TXTRecord(name, DClass.IN, 60, "text-number-" + i))
          .toList();
    }
    return List.of();
  }
}
