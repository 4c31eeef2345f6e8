package nadzor.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

class StoredAnswerTest {
  private static final byte[] QUERY = Messages.plain("WWW.example.org", Type.A);

  private static Asked asked(byte[] query, int limit) {
    return Asked.of(Messages.parsed(query), limit);
  }

  private static Message reply(int rcode) {
    Message answer = new Message(7);
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setFlag(Flags.AA);
    answer.getHeader().setRcode(rcode);
    answer.addRecord(
        Record.newRecord(Messages.name("www.example.org"), Type.A, DClass.IN), Section.QUESTION);
    return answer;
  }

  private static Record address(long ttl) {
    return new ARecord(
        Messages.name("www.example.org"), DClass.IN, ttl, Worlds.addresses("192.0.2.1").get(0));
  }

  private static Record soa(long ttl, long minimum) {
    return new SOARecord(
        Messages.name("example.org"),
        DClass.IN,
        ttl,
        Messages.name("ns.example.org"),
        Messages.name("hostmaster.example.org"),
        1,
        2,
        3,
        4,
        minimum);
  }

  private static StoredAnswer stored(Message message) {
    return StoredAnswer.of(message.toWire(), asked(QUERY, 512)).orElseThrow();
  }

  private static Message served(Message message, Asked asked, int age) {
    StoredAnswer stored = StoredAnswer.of(message.toWire(), asked).orElseThrow();
    byte[] out = new byte[stored.room(asked)];
    int length = stored.writeTo(out, asked, age, Role.RESOLVER);
    return Messages.read(Arrays.copyOf(out, length));
  }

  @Test
  void isServedInTheClientsOwnTerms() {
    Message upstream = reply(Dns.NOERROR);
    upstream.addRecord(address(60), Section.ANSWER);
    upstream.addRecord(new OPTRecord(4096, 0, 0, 0), Section.ADDITIONAL);
    Message answer = served(upstream, asked(QUERY, 512), 25);
    assertEquals(Messages.read(QUERY).getHeader().getID(), answer.getHeader().getID());
    assertEquals("WWW.example.org.", answer.getQuestion().getName().toString());
    assertEquals(35, answer.getSection(Section.ANSWER).get(0).getTTL());
    assertTrue(answer.getHeader().getFlag(Flags.RA));
    assertTrue(answer.getHeader().getFlag(Flags.RD));
    assertFalse(answer.getHeader().getFlag(Flags.AA));
    assertNull(answer.getOPT(), "the upstream's OPT is not passed on");
  }

  @Test
  void hasAnOptOfItsOwnWhereTheClientHasOne() {
    Message upstream = reply(Dns.NOERROR);
    upstream.addRecord(address(60), Section.ANSWER);
    byte[] query = Messages.edns("www.example.org", Type.A, 1232, 0x8000);
    Message answer = served(upstream, asked(query, 1232), 0);
    assertNotNull(answer.getOPT());
    assertEquals(0x8000, answer.getOPT().getFlags());
  }

  @Test
  void isTruncatedToItsQuestionWhereItDoesNotFit() {
    Message upstream = reply(Dns.NOERROR);
    for (int i = 0; i < 40; i++) {
      upstream.addRecord(address(60), Section.ANSWER);
    }
    Message answer = served(upstream, asked(QUERY, 512), 0);
    assertTrue(answer.getHeader().getFlag(Flags.TC));
    assertTrue(answer.getSection(Section.ANSWER).isEmpty());
    Message whole = served(upstream, asked(QUERY, 65_535), 0);
    assertFalse(whole.getHeader().getFlag(Flags.TC));
    assertEquals(40, whole.getSection(Section.ANSWER).size());
  }

  @ParameterizedTest(name = "rcode {0}, A {1}, SOA {2}/{3}: {4} s")
  @CsvSource({
    "0, 60, -1, 0, 60",
    "0, 0, -1, 0, 0",
    "0, 100000, -1, 0, 86400", // positive
    "3, -1, 300, 20, 20",
    "3, -1, 10, 900, 10",
    "3, -1, -1, 0, 0", // RFC 2308 section 5
    "0, -1, 300, 20, 20",
    "0, -1, -1, 0, 0",
    "2, -1, 300, 20, 0",
    "5, -1, 300, 20, 0"
  })
  void livesAsLongAsItsRecordsAllow(int rcode, int ttl, int soaTtl, int minimum, int expected) {
    Message message = reply(rcode);
    if (ttl >= 0) {
      message.addRecord(address(ttl), Section.ANSWER);
    }
    if (soaTtl >= 0) {
      message.addRecord(soa(soaTtl, minimum), Section.AUTHORITY);
    }
    assertEquals(expected, stored(message).life());
  }

  @Test
  void aTruncatedAnswerIsNotKept() {
    Message message = reply(Dns.NOERROR);
    message.addRecord(address(60), Section.ANSWER);
    message.getHeader().setFlag(Flags.TC);
    assertEquals(0, stored(message).life());
  }

  @Test
  void theUpstreamsArrayIsLeftAlone() {
    Message message = reply(Dns.NOERROR);
    message.addRecord(address(60), Section.ANSWER);
    message.addRecord(new OPTRecord(4096, 0, 0, 0), Section.ADDITIONAL);
    byte[] octets = message.toWire();
    byte[] before = octets.clone();
    assertTrue(StoredAnswer.of(octets, asked(QUERY, 512)).isPresent());
    assertTrue(Arrays.equals(before, octets));
  }

  @Test
  void anotherQuestionIsNoAnswer() {
    Message message = reply(Dns.NOERROR);
    byte[] https = Messages.plain("www.example.org", 65);
    byte[] https97 = Messages.plain("www.example.org", 97);
    assertTrue(StoredAnswer.of(message.toWire(), asked(https, 512)).isEmpty());
    assertFalse(Question.isSame(https, https97, https.length), "65 and 97 are 'A' and 'a'");
    assertTrue(StoredAnswer.of(QUERY, asked(QUERY, 512)).isEmpty(), "a query is no answer");
  }

  @Test
  void anExtendedRcodeIsNoAnswer() {
    Message message = reply(Dns.NOERROR);
    message.addRecord(new OPTRecord(4096, 1, 0, 0), Section.ADDITIONAL);
    assertTrue(StoredAnswer.of(message.toWire(), asked(QUERY, 512)).isEmpty());
  }

  @Test
  void brokenMessagesNeverThrow() {
    Message message = reply(Dns.NOERROR);
    message.addRecord(address(60), Section.ANSWER);
    message.addRecord(
        new TXTRecord(Messages.name("www.example.org"), DClass.IN, 1, "text"), Section.ANSWER);
    message.addRecord(soa(5, 5), Section.AUTHORITY);
    message.addRecord(new OPTRecord(4096, 0, 0, 0), Section.ADDITIONAL);
    byte[] good = message.toWire();
    Random random = new Random(25_022_022L);
    Asked asked = asked(QUERY, 512);
    int usable = 0;
    for (int i = 0; i < 200_000; i++) {
      byte[] octets = Arrays.copyOf(good, good.length - random.nextInt(8));
      for (int j = random.nextInt(5); j > 0; j--) {
        octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
      }
      AddressAnswer.of(octets);
      usable += StoredAnswer.of(octets, asked).map(this::servable).orElse(0);
    }
    assertTrue(usable > 1000, "only " + usable + " were usable");
  }

  private int servable(StoredAnswer answer) {
    Asked asked = asked(QUERY, 512);
    byte[] out = new byte[answer.room(asked)];
    assertTrue(answer.writeTo(out, asked, 3, Role.RESOLVER) <= 512);
    return 1;
  }
}
