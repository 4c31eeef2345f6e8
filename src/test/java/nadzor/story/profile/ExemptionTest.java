package nadzor.story.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.censor.ClientHash;
import nadzor.censor.DatagramJudge;
import nadzor.censor.DnsRuling;
import nadzor.censor.Enforcement;
import nadzor.censor.FlowJudge;
import nadzor.censor.Foresight;
import nadzor.censor.OwnAddresses;
import nadzor.censor.Profile;
import nadzor.censor.RestrictionLog;
import nadzor.censor.StreamRuling;
import nadzor.flow.ClientHello;
import nadzor.flow.DnsQuestion;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import nadzor.flow.FlowKey;
import nadzor.flow.NameView;
import nadzor.wire.QuicBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a line with {@code action: pass} lets through, and what it does not. */
class ExemptionTest {
  private final List<String> told = new ArrayList<>();

  private Enforcement network(String lines) {
    String text = "profile: p\nabout: A profile.\nsource: [made up]\nenforce:\n" + lines;
    return network(new ProfileReader().parse("p.yaml", text));
  }

  private Enforcement network(Profile profile) {
    RestrictionLog log = restriction -> told.add(restriction.name());
    Enforcement enforcement =
        new Enforcement(
            "net", profile, OwnAddresses.NONE, (host, rule) -> "", new ClientHash(1, 2), log);
    Rule rule =
        new Rule(Matcher.of(".blocked.test"), Measure.BLOCK, new Reason.OfList("list.txt", 1));
    enforcement.activate(Blocklist.compile(1, List.of(rule)));
    return enforcement;
  }

  private static String ends(Enforcement network, String server, String segments) {
    Endpoint client = Endpoint.of("127.40.0.1", 40_000);
    FlowJudge judge = network.open(new FlowKey(client, Endpoint.of(server, 443)));
    StreamRuling ruling = judge.onOpen(0);
    for (Segments.Segment one : Segments.of(segments)) {
      if (ruling.isPass() && judge.isInspecting(one.direction())) {
        ruling = judge.onSegment(one.direction(), one.octets(), 0, one.octets().length, 0);
      }
    }
    return ruling.effect().word();
  }

  /** The names are those of the lines: what is exempt is not looked at again, as by "socks:1". */
  @ParameterizedTest
  @CsvSource({
    "127.10.0.1, hello:www.blocked.test, pass",
    "127.10.0.1, hello:blocked.test, reset",
    "192.0.2.7, hello:blocked.test, pass",
    "127.10.0.1, gets:www.blocked.test, pass",
    "127.10.0.1, get:www.blocked.test get:blocked.test, pass",
    "127.10.0.1, get:blocked.test, answer",
  })
  void theFlowIsLetThrough(String server, String segments, String expected) {
    Enforcement network =
        network(
            """
            - {on: connection, names: [192.0.2.0/24], action: pass}
            - {on: client-hello, names: [www.blocked.test], action: pass}
            - {on: client-hello, measure: block, action: {reset: {towards: client}}}
            - {on: http-head, names: [www.blocked.test], action: pass}
            - {on: http-head, measure: block, action: {block-page: {status: 200}}}
            """);
    assertEquals(expected, ends(network, server, segments));
    assertEquals(expected.equals("pass"), told.isEmpty(), told.toString());
  }

  @Test
  void aResidualComesFirst() {
    Enforcement network =
        network(
            """
            - {on: connection, names: [192.0.2.8], action: pass}
            - {on: client-hello, measure: block, action: close}
            - on: client-hello
              names: [.other.test]
              action: {reset: {towards: client}}
              residual: {key: 4-tuple, for: 60 s}
            """);
    assertEquals("reset", ends(network, "192.0.2.7", "hello:other.test"));
    assertEquals("reset", ends(network, "192.0.2.7", "hello:neutral.test"));
    assertEquals("pass", ends(network, "192.0.2.8", "hello:other.test"));
  }

  @Test
  void theQuestionAndItsAnswerAreLetThrough() {
    Enforcement network =
        network(
            """
            - {on: dns-question, names: [www.blocked.test], action: pass}
            - {on: dns-question, measure: block, action: {rcode: nxdomain}}
            - {on: dns-answer, measure: block, action: {rcode: nxdomain}}
            """);
    DnsRuling ruling = new DnsRuling();
    network.judge(question("www.blocked.test"), ruling);
    assertTrue(ruling.isPass());
    assertTrue(ruling.isExempt());
    network.judge(question("blocked.test"), ruling);
    assertFalse(ruling.isPass());
    assertFalse(ruling.isExempt());
    network.judge(question("neutral.test"), ruling);
    assertTrue(ruling.isPass());
    assertFalse(ruling.isExempt());
  }

  private static DnsQuestion question(String name) {
    DnsQuestion question = new DnsQuestion().type(1);
    name.chars().forEach(c -> question.name().append((byte) c));
    return question;
  }

  @Test
  void itIsForeseenWithItsLine() {
    Enforcement network =
        network(
            """
            - {on: client-hello, names: [www.blocked.test], action: pass}
            - {on: client-hello, measure: block, action: close}
            """);
    Foresight exempt = foresee(network, "www.blocked.test");
    assertFalse(exempt.restricts());
    assertFalse(exempt.isListed());
    assertFalse(exempt.isHabit());
    assertEquals("pass", exempt.line().action().name());
    assertTrue(exempt.rule().reason().label().contains("p"), exempt.rule().reason().label());
    assertTrue(foresee(network, "blocked.test").isListed());
  }

  private static Foresight foresee(Enforcement network, String name) {
    ClientHello hello = new ClientHello(NameView.of(DomainName.of(name)), false, false);
    return network.foresee(hello, Endpoint.of("192.0.2.7", 443)).orElseThrow();
  }

  /** Net4people/bbs issue 108: QUIC version 1 got no answer from hosts abroad; vk.com did. */
  @ParameterizedTest
  @CsvSource({
    "tspu-2022, 198.51.100.20, pass",
    "tspu-2022, 198.51.100.30, silence",
    "quic-blanket, 198.51.100.20, pass",
    "quic-blanket, 203.0.113.10, silence",
  })
  void quicWithinTheCountry(String name, String server, String expected) {
    Enforcement network =
        network(new ProfileReader().read(Path.of("config/profiles", name + ".yaml")));
    FlowKey flow = new FlowKey(Endpoint.of("127.40.0.1", 40_000), Endpoint.of(server, 443));
    DatagramJudge judge = network.openDatagrams(flow);
    byte[] initial = QuicBytes.datagram(1, QuicBytes.crypto(0, QuicBytes.hello("neutral.test")));
    assertEquals(expected, judge.onDatagram(initial, 0, initial.length, 0).effect().word());
    assertEquals(!expected.equals("pass"), !judge.isInspecting() && !told.isEmpty());
  }
}
