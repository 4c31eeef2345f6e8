package nadzor.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class AuthorityTest {
  private static final Authority AUTHORITY = Authority.of(TestWorld.WORLD);

  private static Message query(String name, String type) {
    Name asked = Name.fromConstantString(name + ".");
    return Message.newQuery(Record.newRecord(asked, Type.value(type), DClass.IN));
  }

  private static Message ask(Message query) throws IOException {
    return new Message(AUTHORITY.apply(query.toWire()));
  }

  private static String answers(Message answer) {
    return answer.getSection(Section.ANSWER).stream()
        .map(rr -> Type.string(rr.getType()) + " " + rr.rdataToString())
        .sorted()
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest
  @CsvSource({
    "www.facebook.com,A,A 127.10.0.1",
    "WWW.FaceBook.COM,A,A 127.10.0.1",
    "www.facebook.com,AAAA,AAAA 2001:db8:face:0:0:0:0:1",
    "www.facebook.com,HTTPS,HTTPS 1 . alpn=http/1.1 ipv4hint=127.10.0.1"
        + " ipv6hint=2001:db8:face:0:0:0:0:1",
    "facebook.com,HTTPS,HTTPS 1 . alpn=http/1.1 ipv4hint=127.10.0.1",
    "facebook.com,NS,NS ns.nadzor.invalid.",
    "scontent.xx.fbcdn.net,A,A 198.51.100.7",
    "site.test,A,A 127.10.0.4"
  })
  void answersWhatThereIs(String name, String type, String expected) throws IOException {
    Message answer = ask(query(name, type));
    assertEquals(Rcode.NOERROR, answer.getRcode());
    assertEquals(expected, answers(answer));
    assertTrue(answer.getHeader().getFlag(Flags.AA));
    assertTrue(answer.getHeader().getFlag(Flags.QR));
    assertTrue(answer.getHeader().getFlag(Flags.RD), "as it was asked");
    assertFalse(answer.getHeader().getFlag(Flags.RA));
    assertTrue(answer.getSection(Section.AUTHORITY).isEmpty());
    answer.getSection(Section.ANSWER).forEach(rr -> assertEquals(ZoneRecords.TTL, rr.getTTL()));
  }

  @Test
  void anyGivesAll() throws IOException {
    String all = answers(ask(query("facebook.com", "ANY")));
    assertEquals(4, all.split("; ", -1).length, all);
    assertTrue(all.contains("SOA ns.nadzor.invalid."), all);
  }

  /** Columns: name, type, rcode, owner of the SOA. */
  @ParameterizedTest
  @CsvSource({
    "facebook.com,AAAA,NOERROR,facebook.com.",
    "facebook.com,MX,NOERROR,facebook.com.",
    "www.facebook.com,SOA,NOERROR,facebook.com.",
    "xx.fbcdn.net,A,NOERROR,fbcdn.net.",
    "fbcdn.net,A,NOERROR,fbcdn.net.",
    "m.facebook.com,A,NXDOMAIN,facebook.com.",
    "a.b.c.example.org,AAAA,NXDOMAIN,example.org.",
    "www.site.test,HTTPS,NXDOMAIN,site.test."
  })
  void saysNoWithTheSoa(String name, String type, String rcode, String apex) throws IOException {
    Message answer = ask(query(name, type));
    assertEquals(rcode, Rcode.string(answer.getRcode()));
    assertEquals("", answers(answer));
    assertTrue(answer.getHeader().getFlag(Flags.AA));
    Record soa = answer.getSection(Section.AUTHORITY).get(0);
    assertEquals(Type.SOA, soa.getType());
    assertEquals(apex, soa.getName().toString());
    assertEquals(ZoneRecords.TTL, soa.getTTL());
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.com", "com", "notfacebook.com", "test", "net"})
  void refusesOutsideOfItsZones(String name) throws IOException {
    Message answer = ask(query(name, "A"));
    assertEquals(Rcode.REFUSED, answer.getRcode());
    assertFalse(answer.getHeader().getFlag(Flags.AA));
    assertTrue(answer.getSection(Section.AUTHORITY).isEmpty());
  }

  @Test
  void echoesEdns() throws IOException {
    Message query = query("facebook.com", "A");
    assertNull(ask(query).getOPT(), "none where none was asked");
    query.addRecord(new OPTRecord(4096, 0, 0, ExtendedFlags.DO), Section.ADDITIONAL);
    OPTRecord opt = Objects.requireNonNull(ask(query).getOPT());
    assertEquals(Authority.PAYLOAD, opt.getPayloadSize());
    assertEquals(ExtendedFlags.DO, opt.getFlags());
    assertEquals(0, opt.getVersion());
  }

  @Test
  void ednsVersionOneIsBad() throws IOException {
    Message query = query("facebook.com", "A");
    query.addRecord(new OPTRecord(1232, 0, 1), Section.ADDITIONAL);
    Message answer = ask(query);
    assertEquals(Rcode.BADVERS, answer.getRcode());
    assertEquals("", answers(answer));
  }

  @Test
  void refusesWhatItDoesNotDo() throws IOException {
    assertEquals(Rcode.REFUSED, ask(query("facebook.com", "AXFR")).getRcode());
    Message chaos = new Message();
    chaos.addRecord(
        Record.newRecord(Name.fromConstantString("facebook.com."), Type.TXT, DClass.CH),
        Section.QUESTION);
    assertEquals(Rcode.REFUSED, ask(chaos).getRcode());
    Message update = query("facebook.com", "A");
    update.getHeader().setOpcode(Opcode.NOTIFY);
    assertEquals(Rcode.NOTIMP, ask(update).getRcode());
    assertEquals(Rcode.FORMERR, ask(new Message()).getRcode());
    Message two = query("facebook.com", "A");
    two.addRecord(query("example.org", "A").getQuestion(), Section.QUESTION);
    assertEquals(Rcode.FORMERR, ask(two).getRcode());
    Message response = query("facebook.com", "A");
    response.getHeader().setFlag(Flags.QR);
    assertEquals(Rcode.FORMERR, ask(response).getRcode());
  }

  @Test
  void keepsTheIdentifierAndTheQuestionAsWritten() throws IOException {
    Message query = query("wWw.fAcEbook.com", "A");
    Message answer = ask(query);
    assertEquals(query.getHeader().getID(), answer.getHeader().getID());
    assertEquals("wWw.fAcEbook.com.", answer.getQuestion().getName().toString());
  }

  @Test
  void garbageGetsFormErr() {
    assertArrayEquals(
        new byte[] {7, 8, (byte) 0x80, 1, 0, 0, 0, 0, 0, 0, 0, 0},
        AUTHORITY.apply(new byte[] {7, 8, 9}));
    Random random = new Random(1);
    byte[] good = query("www.facebook.com", "HTTPS").toWire();
    for (int i = 0; i < 5000; i++) {
      byte[] bad = good.clone();
      for (int flips = 0; flips < 3; flips++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      }
      assertNotNull(AUTHORITY.apply(bad));
    }
  }
}
