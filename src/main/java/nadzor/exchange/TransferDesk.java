package nadzor.exchange;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Type;

/** What one question for a policy zone is answered. */
record TransferDesk(PolicyZone zone, Optional<TSIG> key) {
  private static final int LARGEST = 65_535;

  /** Answers over TCP; throws for what is no question at all. */
  void overStream(byte[] octets, DataOutputStream out) throws IOException {
    Message query = new Message(octets);
    int code = check(query, octets);
    int type = code == Rcode.NOERROR ? query.getQuestion().getType() : 0;
    if (type == Type.AXFR || type == Type.IXFR) {
      new TransferAnswer(query, zone, out, key).send();
      return;
    }
    byte[] answer = short_(query, code);
    out.writeShort(answer.length);
    out.write(answer);
    out.flush();
  }

  /** Answers over UDP: an IXFR with the SOA alone, which sends the client to TCP (RFC 1995). */
  Optional<byte[]> overDatagrams(byte[] octets) {
    try {
      Message query = new Message(octets);
      int code = check(query, octets);
      boolean whole = code == Rcode.NOERROR && query.getQuestion().getType() == Type.AXFR;
      return query.getHeader().getFlag(Flags.QR)
          ? Optional.empty()
          : Optional.of(short_(query, whole ? Rcode.REFUSED : code));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private int check(Message query, byte[] octets) {
    Record question = query.getQuestion();
    if (query.getHeader().getOpcode() != Opcode.QUERY) {
      return Rcode.NOTIMP;
    }
    if (question == null) {
      return Rcode.FORMERR;
    }
    boolean signed =
        key.isEmpty()
            || (query.getTSIG() != null && key.get().verify(query, octets, null) == Rcode.NOERROR);
    if (!signed) {
      return query.getTSIG() == null ? Rcode.REFUSED : Rcode.NOTAUTH;
    }
    return question.getName().equals(zone.name()) ? Rcode.NOERROR : Rcode.REFUSED;
  }

  private byte[] short_(Message query, int code) {
    Message answer = new Message(query.getHeader().getID());
    answer.getHeader().setOpcode(query.getHeader().getOpcode());
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setRcode(code);
    Record question = query.getQuestion();
    if (question != null) {
      answer.addRecord(question, Section.QUESTION);
    }
    if (code == Rcode.NOERROR && question != null) {
      answer.getHeader().setFlag(Flags.AA);
      int type = question.getType();
      if (type == Type.SOA || type == Type.IXFR) {
        answer.addRecord(zone.soa(zone.serial()), Section.ANSWER);
      } else if (type == Type.NS) {
        answer.addRecord(zone.server(), Section.ANSWER);
      }
    }
    if (query.getTSIG() != null && code == Rcode.NOERROR) {
      key.ifPresent(tsig -> answer.setTSIG(tsig, Rcode.NOERROR, query.getTSIG()));
    }
    return answer.toWire(LARGEST);
  }
}
