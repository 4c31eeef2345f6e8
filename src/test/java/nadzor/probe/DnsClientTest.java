package nadzor.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import nadzor.flow.Addresses;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class DnsClientTest {
  private static final DomainName HOST = DomainName.of("facebook.com");

  /** For what is only told when the time is over; long enough for a reply to come first. */
  private static final Duration SHORT = Duration.ofMillis(500);

  private static final Duration AMPLE = Duration.ofSeconds(20);

  private static DnsStep ask(Endpoint resolver, Duration wait) {
    Recorder recorder = new Recorder(System::nanoTime);
    DnsClient client = new DnsClient(Source.ANY, resolver, recorder, new SplittableRandom(1));
    return client.ask(HOST, Type.A, recorder.deadline(wait));
  }

  private static DnsStep ask(FakeResolver.Behaviour behaviour, Duration wait) throws IOException {
    try (FakeResolver resolver = new FakeResolver(behaviour)) {
      return ask(resolver.endpoint(), wait);
    }
  }

  private static List<byte[]> rcode(Message query, int rcode) {
    Message response = FakeResolver.response(query);
    response.getHeader().setRcode(rcode);
    return List.of(response.toWire());
  }

  private static Message good(Message query) {
    return FakeResolver.answer(query, "127.10.0.1");
  }

  private static byte[] withId(Message response, int id) {
    response.getHeader().setID(id);
    return response.toWire();
  }

  private static List<byte[]> otherQuestion(Message query) {
    Message other = new Message(query.getHeader().getID());
    other.getHeader().setFlag(Flags.QR);
    other.addRecord(
        Record.newRecord(Name.fromConstantString("vk.com."), Type.A, DClass.IN), Section.QUESTION);
    return List.of(other.toWire());
  }

  /** A head that promises 60,000 records, and none of them. */
  private static List<byte[]> lying(Message query) {
    byte[] octets = FakeResolver.response(query).toWire();
    octets[6] = (byte) (60_000 >> 8);
    octets[7] = (byte) 60_000;
    return List.of(octets);
  }

  private static Arguments bad(String what, FakeResolver.Behaviour behaviour, String failure) {
    return arguments(what, behaviour, failure);
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        bad("NXDOMAIN", query -> rcode(query, Rcode.NXDOMAIN), "dns_nxdomain_error"),
        bad("REFUSED", query -> rcode(query, Rcode.REFUSED), "dns_refused_error"),
        bad("SERVFAIL", query -> rcode(query, Rcode.SERVFAIL), "dns_servfail_error"),
        bad("NOTIMP", query -> rcode(query, Rcode.NOTIMP), "dns_server_misbehaving"),
        bad("NODATA", query -> rcode(query, Rcode.NOERROR), "dns_no_answer"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void anAnswerWithoutAddresses(String what, FakeResolver.Behaviour behaviour, String failure)
      throws IOException {
    DnsStep step = ask(behaviour, AMPLE);
    assertEquals(failure, step.failure().orElseThrow().name().text(), what);
    assertTrue(step.rcode().isPresent());
  }

  static Stream<Arguments> noAnswers() {
    return Stream.of(
        bad("silence", query -> List.of(), "generic_timeout_error"),
        bad("nothing in it", query -> List.of(new byte[0]), "dns_server_misbehaving"),
        bad("garbage", query -> List.of(new byte[] {1, 2, 3}), "dns_server_misbehaving"),
        bad("60,000 claimed", DnsClientTest::lying, "dns_server_misbehaving"),
        bad("other question", DnsClientTest::otherQuestion, "dns_server_misbehaving"),
        bad("the query itself", query -> List.of(query.toWire()), "dns_server_misbehaving"),
        bad(
            "another id",
            query -> List.of(withId(good(query), query.getHeader().getID() ^ 1)),
            "dns_reply_with_wrong_query_id"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("noAnswers")
  void whatIsNoAnswerIsNamedWhenTheTimeIsOver(
      String what, FakeResolver.Behaviour behaviour, String failure) throws IOException {
    DnsStep step = ask(behaviour, SHORT);
    assertEquals(failure, step.failure().orElseThrow().name().text(), what);
    assertTrue(step.rcode().isEmpty());
  }

  @Test
  void nobodyListens() throws IOException {
    DnsStep step = ask(FakeServer.nobody(), AMPLE);
    assertEquals("connection_refused", step.failure().orElseThrow().text());
  }

  @Test
  void passesOverAReplyWithAnotherId() throws IOException {
    DnsStep step =
        ask(
            query ->
                List.of(
                    withId(FakeResolver.answer(query, "127.66.6.6"), query.getHeader().getID() ^ 1),
                    good(query).toWire()),
            AMPLE);
    assertEquals(Optional.empty(), step.failure());
    assertEquals(Optional.of(Addresses.parse("127.10.0.1")), step.answers().get(0).address());
  }

  private static List<byte[]> truncated(Message query) {
    Message response = FakeResolver.response(query);
    response.getHeader().setFlag(Flags.TC);
    return List.of(response.toWire());
  }

  @Test
  void asksAgainOverTcpWhereTruncated() throws IOException {
    try (FakeResolver resolver =
        new FakeResolver(DnsClientTest::truncated, query -> List.of(good(query).toWire()))) {
      DnsStep step = ask(resolver.endpoint(), AMPLE);
      assertEquals("tcp", step.engine());
      assertEquals(Optional.empty(), step.failure());
      assertEquals(List.of("facebook.com. A udp", "facebook.com. A tcp"), resolver.asked());
    }
  }

  @Test
  void anEndInsideATcpAnswerIsNamed() throws IOException {
    try (FakeResolver resolver = new FakeResolver(DnsClientTest::truncated, query -> List.of())) {
      DnsStep step = ask(resolver.endpoint(), AMPLE);
      assertEquals("eof_error", step.failure().orElseThrow().text());
    }
  }

  @Test
  void keepsOnlySomeOfThousandsOfRecords() throws IOException {
    String[] addresses = Collections.nCopies(4000, "127.10.0.1").toArray(String[]::new);
    FakeResolver.Behaviour many =
        query -> {
          Message response = FakeResolver.response(query);
          for (int i = 0; i < addresses.length; i++) {
            response.addRecord(
                new ARecord(
                    query.getQuestion().getName(),
                    DClass.IN,
                    60,
                    Addresses.plus(Addresses.parse("127.10.0.1"), i)),
                Section.ANSWER);
          }
          return List.of(response.toWire());
        };
    try (FakeResolver resolver = new FakeResolver(DnsClientTest::truncated, many)) {
      DnsStep step = ask(resolver.endpoint(), AMPLE);
      assertEquals(DnsStep.MAX_ANSWERS, step.answers().size());
      assertEquals(Optional.empty(), step.failure());
    }
  }

  private static Name name(String text) {
    return Name.fromConstantString(text);
  }

  @Test
  void followsAliasesAndOnlyThose() throws IOException {
    DnsStep step =
        ask(
            query -> {
              Message response = FakeResolver.response(query);
              for (Record each :
                  List.of(
                      new ARecord(name("other.test."), DClass.IN, 9, address("127.10.0.9")),
                      new ARecord(name("star.test."), DClass.IN, 9, address("127.10.0.1")),
                      new CNAMERecord(name("facebook.com."), DClass.IN, 9, name("star.test.")))) {
                response.addRecord(each, Section.ANSWER);
              }
              return List.of(response.toWire());
            },
            AMPLE);
    assertEquals(
        List.of(
            new DnsAnswer("CNAME", Optional.empty(), Optional.of("star.test"), 9),
            new DnsAnswer("A", Optional.of(address("127.10.0.1")), Optional.empty(), 9)),
        step.answers());
  }

  private static InetAddress address(String text) {
    return Addresses.parse(text);
  }

  @Test
  void aliasesInACircleEnd() throws IOException {
    DnsStep step =
        ask(
            query -> {
              Message response = FakeResolver.response(query);
              Name host = name("facebook.com.");
              response.addRecord(new CNAMERecord(host, DClass.IN, 9, host), Section.ANSWER);
              return List.of(response.toWire());
            },
            AMPLE);
    assertEquals("dns_no_answer", step.failure().orElseThrow().text());
  }

  @Test
  void keepsExtendedErrors() throws IOException {
    DnsStep step =
        ask(
            query -> {
              Message response = FakeResolver.response(query);
              response.getHeader().setRcode(Rcode.NXDOMAIN);
              ExtendedErrorCodeOption option = new ExtendedErrorCodeOption(16, "decision 1");
              response.addRecord(new OPTRecord(1232, 0, 0, 0, List.of(option)), Section.ADDITIONAL);
              return List.of(response.toWire());
            },
            AMPLE);
    assertEquals(List.of(new ExtendedError(16, "decision 1")), step.extendedErrors());
    assertEquals(Rcode.NXDOMAIN, step.rcode().orElseThrow());
  }

  @Test
  void asksForIpv6WhereThereIsNoIpv4() throws IOException {
    FakeTls tls =
        new FakeTls(
            Laboratory.CA.issue(Laboratory.HOST), Scripts.sayAndClose(Scripts.page(200, "t", "x")));
    try (Laboratory laboratory = Laboratory.with(FakeResolver.giving("2001:db8::1"), tls)) {
      Observation seen = laboratory.visit("plain", Laboratory.ample());
      assertEquals(Optional.empty(), seen.death());
      assertEquals(Endpoint.of("2001:db8::1", 443), laboratory.target());
      List<String> types = new ArrayList<>();
      seen.dns().forEach(step -> types.add(step.queryType()));
      assertEquals(List.of("A", "AAAA"), types);
    }
  }

  @Test
  void theSameSeedAsksWithTheSameIds() throws IOException {
    List<Integer> ids = Collections.synchronizedList(new ArrayList<>());
    FakeResolver.Behaviour noting =
        query -> {
          ids.add(query.getHeader().getID());
          return rcode(query, Rcode.NXDOMAIN);
        };
    try (Laboratory laboratory = Laboratory.with(new FakeResolver(noting), Scripts.silence())) {
      Observation first = laboratory.visit("plain", Laboratory.ample());
      laboratory.visit("plain", Laboratory.ample());
      laboratory.visit("no-sni", Laboratory.ample());
      assertEquals("dns_nxdomain_error at dns", first.death().orElseThrow().toString());
      assertEquals(ids.get(0), ids.get(1));
      assertTrue(!ids.get(0).equals(ids.get(2)));
    }
  }
}
