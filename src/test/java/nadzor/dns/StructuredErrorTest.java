package nadzor.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import nadzor.censor.DnsEffect;
import nadzor.censor.DnsRuling;
import nadzor.censor.StructuredError;
import nadzor.flow.Addresses;
import nadzor.flow.DnsAsking;
import nadzor.flow.Place;
import nadzor.wire.DnsQuery;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.GenericEDNSOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class StructuredErrorTest {
  private static final int OPTION = 65_001;
  private static final StructuredError ERROR =
      new StructuredError(OPTION, List.of("mailto:help@nadzor.test"), "Надзор \"lab\"", "en");

  private final DnsAnswerWriter writer = new DnsAnswerWriter(Role.RESOLVER);

  private static byte[] asking(int udpSize) {
    Message query = Messages.read(Messages.plain("x.blocked.test", Type.A));
    query.addRecord(
        new OPTRecord(udpSize, 0, 0, 0, new GenericEDNSOption(OPTION, new byte[0])),
        Section.ADDITIONAL);
    return query.toWire();
  }

  private Message answer(DnsEffect effect, int code, byte[] query, int limit) {
    return answer(ERROR, effect, code, query, limit);
  }

  private Message answer(
      StructuredError error, DnsEffect effect, int code, byte[] query, int limit) {
    DnsQuery parsed = Messages.parsed(query);
    parsed.question().at(DnsAsking.UDP, Place.RESOLVER);
    DnsRuling ruling = new DnsRuling();
    Worlds.structured(new Effect(effect), code, error).judge(parsed.question(), ruling);
    writer.restricted(parsed, ruling, limit);
    return Messages.read(Arrays.copyOf(writer.octets(), writer.length()));
  }

  @Test
  void organisationThatNobodyNamedIsLeftOut() {
    StructuredError nameless =
        new StructuredError(OPTION, List.of("mailto:help@nadzor.test"), "", "en");
    Message answer = answer(nameless, new DnsEffect.Rcode(Dns.NXDOMAIN), 16, asking(1232), 1232);
    assertFalse(Messages.extendedError(answer).getText().contains("\"o\""));
  }

  /** The draft's sub-errors: 5 is the network operator's policy, and goes with Blocked. */
  @Test
  void aSubErrorStaysWhenTextsGo() {
    StructuredError blocked =
        new StructuredError(OPTION, List.of(), "Nadzor", "en", OptionalInt.of(5));
    DnsEffect nodata = new DnsEffect.Rcode(Dns.NOERROR);
    Message answer = answer(blocked, nodata, 15, asking(1232), 1232);
    assertEquals(
        "{\"s\":5,\"j\":\"decision fb-2022-03-04, case meta\",\"o\":\"Nadzor\",\"l\":\"en\"}",
        Messages.extendedError(answer).getText());
    Message lean = answer(blocked, nodata, 15, asking(1232), length(answer) - 1);
    assertEquals("{\"s\":5}", Messages.extendedError(lean).getText());
  }

  @Test
  void whoAsksGetsJson() {
    Message answer = answer(new DnsEffect.Rcode(Dns.NXDOMAIN), 16, asking(1232), 1232);
    assertEquals(16, Messages.extendedError(answer).getErrorCode());
    assertEquals(
        "{\"c\":[\"mailto:help@nadzor.test\"],\"j\":\"decision fb-2022-03-04, case meta\","
            + "\"o\":\"Надзор \\\"lab\\\"\",\"l\":\"en\"}",
        Messages.extendedError(answer).getText());
  }

  @Test
  void whoDoesNotAskGetsPlainText() {
    byte[] query = Messages.edns("x.blocked.test", Type.A, 1232);
    Message empty = answer(new DnsEffect.Rcode(Dns.NXDOMAIN), 4, query, 1232);
    assertEquals(16, Messages.extendedError(empty).getErrorCode(), "nothing was forged");
    List<InetAddress> there = List.of(Addresses.parse("192.0.2.66"));
    Message answer = answer(new DnsEffect.Forge(there, 60), 4, query, 1232);
    assertEquals(4, Messages.extendedError(answer).getErrorCode());
    assertEquals("decision fb-2022-03-04, case meta", Messages.extendedError(answer).getText());
  }

  @Test
  void justificationAndOrganisationGoFirst() {
    DnsEffect nodata = new DnsEffect.Rcode(Dns.NOERROR);
    int whole = length(answer(nodata, 16, asking(1232), 1232));
    Message lean = answer(nodata, 16, asking(1232), whole - 1);
    assertEquals("{\"c\":[\"mailto:help@nadzor.test\"]}", Messages.extendedError(lean).getText());
    Message bare = answer(nodata, 16, asking(1232), length(lean) - 1);
    assertNull(Messages.extendedError(bare).getText());
    assertEquals(16, Messages.extendedError(bare).getErrorCode());
  }

  private int length(Message ignored) {
    return writer.length();
  }

  @Test
  void forgedAddressesLiveShortAndAreNotCalledSo() {
    DnsEffect forge = new DnsEffect.Forge(Worlds.addresses("192.0.2.1", "192.0.2.2"), 300);
    Message answer = answer(forge, 4, asking(1232), 1232);
    assertEquals(16, Messages.extendedError(answer).getErrorCode());
    assertEquals(
        List.of(10L, 10L),
        answer.getSection(Section.ANSWER).stream().map(record -> record.getTTL()).toList());
    Message plain = answer(forge, 4, Messages.edns("x.blocked.test", Type.A, 1232), 1232);
    assertEquals(300, plain.getSection(Section.ANSWER).get(0).getTTL());
    assertEquals(4, Messages.extendedError(plain).getErrorCode());
  }

  @Test
  void aDrawnAddressIsOneOfTheFamily() {
    DnsEffect forge =
        new DnsEffect.Forge(
            Worlds.addresses("192.0.2.1", "2001:db8::1", "192.0.2.2", "192.0.2.3"), 60, true);
    TreeSet<String> seen = new TreeSet<>();
    for (int i = 0; i < 200; i++) {
      byte[] query = Messages.plain("n" + i + ".blocked.test", Type.A);
      Message answer = answer(forge, 16, query, 512);
      assertEquals(1, answer.getSection(Section.ANSWER).size());
      seen.add(answer.getSection(Section.ANSWER).get(0).rdataToString());
    }
    assertEquals(List.of("192.0.2.1", "192.0.2.2", "192.0.2.3"), List.copyOf(seen));
  }
}
