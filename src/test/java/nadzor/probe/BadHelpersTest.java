package nadzor.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nadzor.flow.Addresses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Section;

/** Resolvers on streams that are none: each ends in a named failure, and none is a restriction. */
class BadHelpersTest {
  private static final FakeServer.Script ORIGIN =
      new FakeTls(
          Laboratory.CA.issue(Laboratory.HOST),
          Scripts.sayAndClose(Scripts.page(200, "Facebook (laboratory)", "Hello")));

  /** As many as fit in a message: 16 octets each behind a compressed name. */
  private static Message full(Message query) {
    Message answer = FakeResolver.response(query);
    for (int i = 0; i < 4000; i++) {
      byte[] octets = {127, 10, (byte) (i >> 8), (byte) i};
      answer.addRecord(
          new ARecord(query.getQuestion().getName(), DClass.IN, 60, Addresses.ofOctets(octets)),
          Section.ANSWER);
    }
    return answer;
  }

  /** Claims 60,000 records, and has 4,000. */
  private static byte[] claiming(Message query) {
    byte[] octets = full(query).toWire();
    octets[6] = (byte) 0xea;
    octets[7] = 0x60;
    return octets;
  }

  private static byte[] otherId(Message query) {
    byte[] octets = FakeResolver.answer(query, "127.10.0.1").toWire();
    octets[0] ^= 1;
    return octets;
  }

  static Stream<Arguments> resolvers() {
    FakeResolver.Behaviour garbage = query -> List.of(new byte[] {1, 2, 3});
    FakeResolver.Behaviour empty = query -> List.of(new byte[0]);
    FakeResolver.Behaviour never = query -> List.of();
    FakeResolver.Behaviour claiming = query -> List.of(claiming(query));
    FakeResolver.Behaviour otherId = query -> List.of(otherId(query));
    return Stream.of(
        arguments("garbage", garbage, "dns_server_misbehaving"),
        arguments("nothing in it", empty, "dns_server_misbehaving"),
        arguments("an end", never, "eof_error"),
        arguments("60,000 claimed", claiming, "dns_server_misbehaving"),
        arguments("another id", otherId, "dns_reply_with_wrong_query_id"));
  }

  private static void assertDeath(String failure, Observation seen) {
    assertEquals(failure + " at dns", seen.death().orElseThrow().toString());
    assertEquals(Outcome.DOWN, Assessment.of(seen, seen).outcome());
    assertTrue(seen.runtime().compareTo(Laboratory.ample().total()) < 0);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("resolvers")
  void overTcp(String what, FakeResolver.Behaviour behaviour, String failure) throws IOException {
    FakeResolver abroad = new FakeResolver(behaviour);
    try (Rig rig = new Rig(ORIGIN, FakeResolver.giving("127.10.0.1"), abroad)) {
      assertDeath(failure, rig.visit("dns-over-tcp"));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("resolvers")
  void overTls(String what, FakeResolver.Behaviour behaviour, String failure) throws IOException {
    try (FakeResolver inside = new FakeResolver(behaviour)) {
      assertDeath(failure, visit("dns-over-tls", inside::serveStream, Laboratory.ample()));
    }
  }

  private static Observation visit(String technique, FakeServer.Script inside, Limits limits)
      throws IOException {
    FakeTls tls = new FakeTls(Laboratory.CA.issue(Rig.DNS_NAME), inside);
    try (Rig rig = new Rig(ORIGIN);
        FakeServer server = new FakeServer(tls)) {
      Door door = Door.named(server.endpoint(), Rig.DNS_NAME);
      Doors doors = Doors.NONE.withDot(door).withDoh(door);
      return rig.visit(technique, rig.vantage().with(doors), limits);
    }
  }

  static Stream<Arguments> webResolvers() {
    UnaryOperator<byte[]> garbage = query -> new byte[] {1, 2, 3};
    UnaryOperator<byte[]> nothing = query -> new byte[0];
    UnaryOperator<byte[]> huge = query -> Arrays.copyOf(query, 60_000 * 16);
    UnaryOperator<byte[]> echo = query -> query;
    return Stream.of(
        arguments("garbage", garbage),
        arguments("nothing", nothing),
        arguments("60,000 records", huge),
        arguments("the query itself", echo));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("webResolvers")
  void overHttps(String what, UnaryOperator<byte[]> answer) throws IOException {
    FakeDoh doh = new FakeDoh(answer);
    assertDeath("dns_server_misbehaving", visit("dns-over-https-post", doh, Laboratory.ample()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"404", "no HTTP", "an endless body", "a byte and then nothing"})
  void aWebServerThatIsNoResolver(String what) throws IOException {
    String head = "HTTP/1.1 200 OK\r\n\r\n";
    FakeServer.Script script =
        switch (what) {
          case "404" -> Scripts.say("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n");
          case "no HTTP" -> Scripts.say("x\r\n\r\n");
          case "an endless body" -> Scripts.endless(head, "x");
          default -> Scripts.say("H");
        };
    String failure =
        switch (what) {
          case "404", "an endless body" -> "dns_server_misbehaving";
          case "no HTTP" -> "http_request_failed";
          default -> "generic_timeout_error";
        };
    boolean waits = failure.startsWith("generic");
    Limits limits = waits ? shortDns() : Laboratory.ample();
    assertDeath(failure, visit("dns-over-https-get", script, limits));
  }

  /** Long enough for a handshake on a busy machine. */
  private static Limits shortDns() {
    Limits ample = Laboratory.ample();
    return new Limits(
        Duration.ofSeconds(2),
        ample.connect(),
        ample.handshake(),
        ample.firstByte(),
        ample.window(),
        ample.total(),
        ample.segmentGap(),
        ample.bodyBytes());
  }
}
