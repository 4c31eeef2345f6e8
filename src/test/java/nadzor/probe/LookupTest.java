package nadzor.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nadzor.flow.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.HTTPSRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SVCBBase;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Each way to find an address asks whom it says, as it says, and leads to a page. */
class LookupTest {
  private static final FakeServer.Script ORIGIN =
      new FakeTls(
          Laboratory.CA.issue(Laboratory.HOST),
          Scripts.sayAndClose(Scripts.page(200, "Facebook (laboratory)", "Hello")));

  @ParameterizedTest
  @CsvSource({
    "plain, 127.10.0.1, udp",
    "alternative-resolver, 127.10.0.2, udp",
    "dns-over-tcp, 127.10.0.2, tcp",
    "dns-tcp-segments, 127.10.0.2, tcp",
    "dns-over-tls, 127.10.0.4, dot",
    "dns-over-https-get, 127.10.0.5, doh",
    "dns-over-https-post, 127.10.0.5, doh",
    "dns-0x20, 127.10.0.1, udp",
    "address-elsewhere, 127.10.0.3, udp"
  })
  void leadsToAPage(String technique, String address, String engine) throws IOException {
    try (Rig rig = new Rig(ORIGIN)) {
      Observation seen = rig.visit(technique);
      assertEquals(Optional.empty(), seen.death());
      assertEquals(List.of(Endpoint.of(address, 443)), rig.socks.targets());
      assertEquals(engine, seen.dns().get(0).engine());
      assertEquals("Facebook (laboratory)", seen.answer().orElseThrow().title().orElseThrow());
    }
  }

  @Test
  void segmentsAreOfTwentyOctets() throws IOException {
    try (Rig rig = new Rig(ORIGIN)) {
      rig.visit("dns-tcp-segments");
      List<Integer> sizes = rig.dnsTap.segments().stream().map(each -> each.length).toList();
      // 2 of length, 12 of header, 18 + 4 of question, 11 of OPT.
      assertEquals(List.of(20, 20, 7), sizes);
    }
  }

  @Test
  void otherStreamsCarryTheQuestionInOneSegment() throws IOException {
    try (Rig rig = new Rig(ORIGIN)) {
      rig.visit("dns-over-tcp");
      assertEquals(1, rig.dnsTap.segments().size());
    }
  }

  @Test
  void dohGetAndPostAreWrittenAsInTheRfc() throws IOException {
    try (Rig rig = new Rig(ORIGIN)) {
      rig.visit("dns-over-https-get");
      rig.visit("dns-over-https-post");
      String get = rig.doh.heads().get(0);
      String post = rig.doh.heads().get(1);
      assertTrue(get.startsWith("GET /dns-query?dns="), get);
      assertTrue(get.contains("\r\nHost: dns.test\r\nAccept: application/dns-message\r\n"), get);
      assertTrue(post.startsWith("POST /dns-query HTTP/1.1\r\n"), post);
      assertTrue(post.contains("\r\nContent-Type: application/dns-message\r\n"), post);
    }
  }

  @Test
  void aDoorThroughTheProxyIsReachedThroughTheProxy() throws IOException {
    try (Rig rig = new Rig(ORIGIN)) {
      Doors doors = rig.vantage().doors();
      Endpoint dot = Endpoint.of("127.20.0.1", 853);
      Vantage vantage = rig.vantage().with(doors.withDot(Door.named(dot, "dns.test").viaProxy()));
      Observation seen = rig.visit("dns-over-tls", vantage, Laboratory.limits());
      assertEquals(dot, rig.socks.targets().get(0));
      assertEquals(Stage.DNS, seen.death().orElseThrow().stage());
    }
  }

  @Test
  void aResolverOfAnotherNameIsNotBelieved() throws IOException {
    try (Rig rig = new Rig(ORIGIN)) {
      Door door = rig.vantage().doors().dot().orElseThrow();
      Doors doors = rig.vantage().doors().withDot(Door.named(door.at(), "other.test"));
      Observation seen = rig.visit("dns-over-tls", rig.vantage().with(doors), Laboratory.ample());
      Death death = seen.death().orElseThrow();
      assertEquals("ssl_invalid_hostname at dns", death.toString());
    }
  }

  private static FakeResolver watched(List<String> names, boolean fold) throws IOException {
    return new FakeResolver(
        query -> {
          names.add(query.getQuestion().getName().toString(true));
          Message answer = FakeResolver.answer(query, "127.10.0.9");
          return List.of(fold ? folded(answer) : answer.toWire());
        });
  }

  /** As a forger who writes the question anew. */
  private static byte[] folded(Message answer) {
    byte[] octets = answer.toWire();
    String text = new String(octets, StandardCharsets.ISO_8859_1);
    return text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void mixedCaseIsOnTheWire() throws IOException {
    List<String> names = new ArrayList<>();
    try (Rig rig = new Rig(ORIGIN, watched(names, false), FakeResolver.giving("127.10.0.2"))) {
      assertEquals(Optional.empty(), rig.visit("dns-0x20").death());
      assertNotEquals(Laboratory.HOST, names.get(0));
      assertEquals(Laboratory.HOST, names.get(0).toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void anAnswerInAnotherCaseIsPassedOver() throws IOException {
    List<String> names = new ArrayList<>();
    try (Rig rig = new Rig(ORIGIN, watched(names, true), FakeResolver.giving("127.10.0.2"))) {
      Observation seen = rig.visit("dns-0x20", rig.vantage(), Laboratory.limits());
      assertEquals("dns_server_misbehaving at dns", seen.death().orElseThrow().toString());
    }
  }

  private static FakeResolver racing() throws IOException {
    return new FakeResolver(
        query ->
            List.of(
                FakeResolver.answer(query, "127.66.6.6").toWire(),
                FakeResolver.answer(query, "127.10.0.2").toWire()));
  }

  @ParameterizedTest
  @CsvSource({"dns-last-answer, 127.10.0.2", "alternative-resolver, 127.66.6.6"})
  void ofRacingAnswersTheLastOrTheFirstCounts(String technique, String address) throws IOException {
    try (Rig rig = new Rig(ORIGIN, FakeResolver.giving("127.10.0.1"), racing())) {
      Limits ample = Laboratory.ample();
      Limits limits =
          new Limits(
              Laboratory.limits().dns(),
              ample.connect(),
              ample.handshake(),
              ample.firstByte(),
              ample.window(),
              ample.total(),
              ample.segmentGap(),
              ample.bodyBytes());
      Observation seen = rig.visit(technique, rig.vantage(), limits);
      assertEquals(Optional.empty(), seen.death());
      assertEquals(Endpoint.of(address, 443), rig.socks.targets().get(0));
    }
  }

  private static FakeResolver hinting(boolean withHint) throws IOException {
    return new FakeResolver(
        query -> {
          Record question = query.getQuestion();
          if (question.getType() != Type.HTTPS) {
            return List.of(FakeResolver.answer(query, "127.10.0.1").toWire());
          }
          List<SVCBBase.ParameterBase> parameters = new ArrayList<>();
          if (withHint) {
            parameters.add(hint());
          }
          Message response = FakeResolver.response(query);
          response.addRecord(
              new HTTPSRecord(question.getName(), 1, 60, 1, Name.root, parameters), Section.ANSWER);
          return List.of(response.toWire());
        });
  }

  private static SVCBBase.ParameterBase hint() {
    SVCBBase.ParameterIpv4Hint hint = new SVCBBase.ParameterIpv4Hint();
    try {
      hint.fromString("127.10.0.8");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return hint;
  }

  @ParameterizedTest
  @CsvSource({"true, 127.10.0.8, 1", "false, 127.10.0.1, 2"})
  void anHttpsRecordHintsOrElseAIsAsked(boolean withHint, String address, int questions)
      throws IOException {
    try (Rig rig = new Rig(ORIGIN, hinting(withHint), FakeResolver.giving("127.10.0.2"))) {
      Observation seen = rig.visit("dns-https-record");
      assertEquals(Optional.empty(), seen.death());
      assertEquals(Endpoint.of(address, 443), rig.socks.targets().get(0));
      assertEquals(questions, seen.dns().size());
      assertEquals("HTTPS", seen.dns().get(0).queryType());
    }
  }
}
