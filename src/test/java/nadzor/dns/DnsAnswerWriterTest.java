package nadzor.dns;

import static nadzor.dns.DnsAnswerWriter.Written.ANSWER;
import static nadzor.dns.DnsAnswerWriter.Written.SILENCE;
import static nadzor.dns.DnsAnswerWriter.Written.TRUTH_IS_DUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import nadzor.censor.DnsAction;
import nadzor.censor.DnsRuling;
import nadzor.censor.action.Forge;
import nadzor.censor.action.Rcode;
import nadzor.censor.action.Silence;
import nadzor.flow.Addresses;
import nadzor.wire.DnsQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class DnsAnswerWriterTest {
  private static final DnsAction NXDOMAIN = new Rcode("nxdomain", Dns.NXDOMAIN);

  private final DnsAnswerWriter writer = new DnsAnswerWriter(Role.RESOLVER);

  private DnsAnswerWriter.Written write(DnsAction action, byte[] query) {
    DnsQuery parsed = Messages.parsed(query);
    DnsRuling ruling = new DnsRuling();
    Worlds.enforcing(action).judge(parsed.question(), ruling);
    return writer.restricted(parsed, ruling, parsed.udpSize());
  }

  private Message answer(DnsAction action, byte[] query) {
    assertEquals(ANSWER, write(action, query));
    return Messages.read(Arrays.copyOf(writer.octets(), writer.length()));
  }

  @Test
  void anRcodeEchoesTheQuestionAsItWasSpelt() {
    byte[] query = Messages.plain("wWw.BlOcKeD.test", Type.A);
    Message answer = answer(NXDOMAIN, query);
    assertEquals(Messages.read(query).getHeader().getID(), answer.getHeader().getID());
    assertEquals(Dns.NXDOMAIN, answer.getRcode());
    assertEquals("wWw.BlOcKeD.test.", answer.getQuestion().getName().toString());
    assertTrue(answer.getHeader().getFlag(Flags.QR));
    assertTrue(answer.getHeader().getFlag(Flags.RD));
    assertTrue(answer.getHeader().getFlag(Flags.RA));
    assertFalse(answer.getHeader().getFlag(Flags.AA));
    assertFalse(answer.getHeader().getFlag(Flags.TC));
    assertNull(answer.getOPT(), "no EDNS in the query, none in the answer");
    assertEquals(query.length + NegativeAuthority.LENGTH, writer.length());
  }

  @Test
  void anExtendedErrorNamesDecisionAndCase() {
    Message answer = answer(NXDOMAIN, Messages.edns("blocked.test", Type.A, 1232, 0x8000));
    assertEquals(16, Messages.extendedError(answer).getErrorCode());
    assertEquals("decision fb-2022-03-04, case meta", Messages.extendedError(answer).getText());
    assertEquals(0x8000, answer.getOPT().getFlags());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "2, 2", "3, 3", "5, 5"})
  void carriesTheCode(int code, int expected) {
    Message answer = answer(new Rcode("code", code), Messages.plain("blocked.test", Type.A));
    assertEquals(expected, answer.getRcode());
    assertTrue(answer.getSection(Section.ANSWER).isEmpty());
  }

  @Test
  void forgesTheAskedFamily() {
    DnsAction forge = new Forge(Worlds.addresses("127.30.1.80", "2001:db8::1", "192.0.2.7"), 10);
    Message v4 = answer(forge, Messages.edns("x.blocked.test", Type.A, 1232));
    assertEquals(2, v4.getSection(Section.ANSWER).size());
    ARecord record = (ARecord) v4.getSection(Section.ANSWER).get(0);
    assertEquals(Addresses.parse("127.30.1.80"), record.getAddress());
    assertEquals(10, record.getTTL());
    assertEquals("x.blocked.test.", record.getName().toString());
    assertEquals(16, Messages.extendedError(v4).getErrorCode());
    Message v6 = answer(forge, Messages.plain("x.blocked.test", Type.AAAA));
    assertEquals(1, v6.getSection(Section.ANSWER).size());
  }

  @Test
  void whoeverInjectsMayAnnounceNothing() {
    DnsQuery query = Messages.parsed(Messages.edns("blocked.test", Type.A, 1232));
    DnsRuling ruling = new DnsRuling();
    Worlds.untold(NXDOMAIN).judge(query.question(), ruling);
    assertEquals(ANSWER, writer.restricted(query, ruling, 1232));
    Message answer = Messages.read(Arrays.copyOf(writer.octets(), writer.length()));
    assertTrue(answer.getOPT().getOptions().isEmpty());
    assertFalse(answer.getHeader().getFlag(Flags.TC));
  }

  @ParameterizedTest
  @CsvSource({"28", "65", "16", "255"})
  void whatIsNotForgedIsNodata(int type) {
    DnsAction forge = new Forge(Worlds.addresses("127.30.1.80"), 10);
    Message answer = answer(forge, Messages.plain("blocked.test", type));
    assertEquals(Dns.NOERROR, answer.getRcode());
    assertTrue(answer.getSection(Section.ANSWER).isEmpty());
    assertEquals(1, answer.getSection(Section.AUTHORITY).size());
    assertFalse(answer.getHeader().getFlag(Flags.TC));
  }

  @ParameterizedTest
  @CsvSource({
    "0, www.blocked.test, www.blocked.test.",
    "3, www.blocked.test, blocked.test.",
    "3, blocked.test,     test.",
  })
  void negativeAnswersNameAZone(int code, String name, String zone) {
    Message answer = answer(new Rcode("code", code), Messages.edns(name, Type.AAAA, 1232));
    SOARecord soa = (SOARecord) answer.getSection(Section.AUTHORITY).get(0);
    assertEquals(zone, soa.getName().toString());
    assertEquals(10, soa.getTTL());
    assertEquals(
        "ns.nadzor.test. hostmaster.nadzor.test. 1 3600 600 86400 10", soa.rdataToString());
    assertEquals(16, Messages.extendedError(answer).getErrorCode());
  }

  @Test
  void anSoaOctetByOctet() {
    byte[] query = Messages.plain("blocked.test", Type.A);
    answer(NXDOMAIN, query);
    String expected =
        "c014 0006 0001 0000000a 003c"
            + "026e73 066e61647a6f72 0474657374 00"
            + "0a686f73746d6173746572 066e61647a6f72 0474657374 00"
            + "00000001 00000e10 00000258 00015180 0000000a";
    byte[] written = Arrays.copyOfRange(writer.octets(), query.length, writer.length());
    assertEquals(expected.replace(" ", ""), HexFormat.of().formatHex(written));
    assertEquals(1, Dns.u16(writer.octets(), 8));
  }

  @ParameterizedTest
  @CsvSource({"2", "5"})
  void aFailureIsNoNegativeAnswer(int code) {
    Message answer = answer(new Rcode("code", code), Messages.plain("blocked.test", Type.A));
    assertTrue(answer.getSection(Section.AUTHORITY).isEmpty());
  }

  @Test
  void tooManyAddressesAreTruncated() {
    List<InetAddress> many = Collections.nCopies(40, Addresses.parse("192.0.2.1"));
    DnsAction forge = new Forge(many, 10);
    Message small = answer(forge, Messages.plain("blocked.test", Type.A));
    assertTrue(small.getHeader().getFlag(Flags.TC));
    assertTrue(small.getSection(Section.ANSWER).isEmpty());
    assertTrue(writer.length() <= 512);
    Message large = answer(forge, Messages.edns("blocked.test", Type.A, 1232));
    assertEquals(40, large.getSection(Section.ANSWER).size());
    assertFalse(large.getHeader().getFlag(Flags.TC));
  }

  @Test
  void anExtendedErrorThatDoesNotFitIsLeftOutFirst() {
    // 12 + 18 + 29 * 16 = 494 octets and an OPT of 11: 7 are left of 512.
    List<InetAddress> many = Collections.nCopies(29, Addresses.parse("192.0.2.1"));
    Message answer = answer(new Forge(many, 10), Messages.edns("blocked.test", Type.A, 512));
    assertEquals(29, answer.getSection(Section.ANSWER).size());
    assertEquals(16, Messages.extendedError(answer).getErrorCode());
    assertNull(Messages.extendedError(answer).getText());
    Message fuller = answer(new Forge(many, 10), Messages.edns("xx.blocked.test", Type.A, 512));
    assertEquals(29, fuller.getSection(Section.ANSWER).size());
    assertTrue(fuller.getHeader().getFlag(Flags.TC), "RFC 8914 section 3");
    assertTrue(writer.length() <= 512);
  }

  @Test
  void saysWhereNothingIsToBeWritten() {
    assertEquals(SILENCE, write(new Silence(0), Messages.plain("blocked.test", Type.A)));
    assertEquals(TRUTH_IS_DUE, write(NXDOMAIN, Messages.plain("example.org", Type.A)));
    assertEquals(0, writer.length());
  }

  @Test
  void refusesWhatCannotBeReadWithTheHeaderAlone() {
    byte[] octets = Messages.plain("example.org", Type.A);
    writer.refusal(Messages.parsed(Arrays.copyOf(octets, 20)), Dns.FORMERR);
    assertEquals(12, writer.length());
    Message answer = Messages.read(Arrays.copyOf(writer.octets(), 12));
    assertEquals(Dns.FORMERR, answer.getRcode());
    assertEquals(Messages.read(octets).getHeader().getID(), answer.getHeader().getID());
  }

  @Test
  void saysWhichVersionOfEdnsItSpeaks() {
    writer.refusal(Messages.parsed(Messages.edns("example.org", Type.A, 1232)), Dns.BADVERS);
    Message answer = Messages.read(Arrays.copyOf(writer.octets(), writer.length()));
    assertEquals(Dns.BADVERS, answer.getRcode());
    assertEquals(0, answer.getOPT().getVersion());
  }
}
