package nadzor.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nadzor.censor.DnsAction;
import nadzor.censor.action.Rcode;
import nadzor.censor.action.Silence;
import nadzor.flow.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Type;

/** One HTTP/1.1 connection behind its TLS, octet by octet and in frozen time. */
class DohHandlerTest {
  private static final ResolverLimits LIMITS =
      new ResolverLimits(0, 1, 2, 3, Duration.ofSeconds(10));

  private final HeldUpstream upstream = new HeldUpstream();
  private final ResolverCounters counters = new ResolverCounters();
  private final EmbeddedChannel channel = new FromClient();

  private Desk desk = desk(new Rcode("nxdomain", 3));

  @BeforeEach
  void open() {
    channel.freezeTime();
    new DohProtocol(desk, LIMITS).oneStream(channel);
  }

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  private Desk desk(DnsAction action) {
    DnsService.Settings settings =
        new DnsService.Settings(
            Role.RESOLVER,
            Place.RESOLVER,
            Optional.of(Worlds.enforcing(action)),
            upstream,
            new AnswerCache(0, () -> 0),
            LIMITS,
            counters);
    return new Desk(settings, channel.eventLoop());
  }

  private void send(String text) {
    channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
  }

  private static String get(String name) {
    byte[] query = Messages.plain(name, Type.A);
    String value = Base64.getUrlEncoder().withoutPadding().encodeToString(query);
    return "GET /dns-query?dns=" + value + " HTTP/1.1\r\nHost: dns.test\r\n\r\n";
  }

  private String received() {
    StringBuilder all = new StringBuilder();
    for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
      all.append(part.toString(StandardCharsets.ISO_8859_1));
      part.release();
    }
    return all.toString();
  }

  private static void assertStatus(int status, String response) {
    assertTrue(response.startsWith("HTTP/1.1 " + status + " "), response);
  }

  @ParameterizedTest
  @CsvSource({
    "GET /dns-query HTTP/1.1, 400",
    "GET /dns-query?dns= HTTP/1.1, 400",
    "GET /dns-query?dns=%zz HTTP/1.1, 400",
    "GET /dns-query?dns=not+base64 HTTP/1.1, 400",
    "GET /dns-query?dns=AAABAAABAAAAAAAABHRlc3QAAAEAAQ== HTTP/1.1, 400",
    "GET /dns-query?dns=AAABAAABAAAAAAAABHRlc3QAAAEAAQ&dns=AAAB HTTP/1.1, 400",
    "GET /dns-query?dns=AACBAAABAAAAAAAABHRlc3QAAAEAAQ HTTP/1.1, 400",
    "GET /dns-query/ HTTP/1.1, 404",
    "GET / HTTP/1.1, 404",
    "PUT /dns-query HTTP/1.1, 405",
    "HEAD /dns-query HTTP/1.1, 405",
    "POST /dns-query HTTP/1.1, 415",
    "PRI /dns-query HTTP/2.0, 505",
    "GET /dns-query HTTP/3.7, 505",
    "nonsense, 400",
  })
  void refuses(String line, int status) {
    send(line + "\r\n\r\n");
    String response = received();
    assertStatus(status, response);
    assertTrue(response.contains("cache-control: no-store\r\n"), response);
    assertEquals(status == 405, response.contains("allow: GET, POST\r\n"), response);
    assertEquals(0, upstream.waiting());
  }

  @Test
  void refusesLinesAndHeadsThatAreTooLong() {
    send("GET /dns-query?dns=" + "A".repeat(DohProtocol.HEAD) + " HTTP/1.1\r\n\r\n");
    assertStatus(414, received());
    assertFalse(channel.isOpen(), "where the next request begins nobody knows");
  }

  @Test
  void refusesHeadsThatAreTooLong() {
    send("GET /dns-query HTTP/1.1\r\nX: " + "A".repeat(DohProtocol.HEAD) + "\r\n\r\n");
    assertStatus(431, received());
    assertFalse(channel.isOpen());
  }

  @Test
  void refusesAMessageThatIsTooLongHoweverItComes() {
    String message = "A".repeat((Desk.LONGEST_QUERY + 1) * 4 / 3 + 2);
    send("GET /dns-query?dns=" + message + " HTTP/1.1\r\n\r\n");
    assertStatus(413, received());
    send("POST /dns-query HTTP/1.1\r\nContent-Length: 4097\r\n\r\n");
    assertStatus(413, received());
  }

  @Test
  void answersOneRequestAfterTheOther() {
    send(get("a.test") + get("blocked.test"));
    assertEquals("", received());
    assertEquals(1, counters.queries());
    upstream.answerLast();
    String both = received();
    assertStatus(200, both);
    assertTrue(both.indexOf("blocked", 1) > both.indexOf("a\4test"), both);
    assertEquals(2, counters.queries());
    assertTrue(channel.config().isAutoRead());
  }

  @Test
  void whereTooManyQueriesWaitItSaysSo() {
    EmbeddedChannel other = new FromClient();
    new DohProtocol(desk, LIMITS).oneStream(other);
    other.writeInbound(Unpooled.copiedBuffer(get("a.test"), StandardCharsets.ISO_8859_1));
    send(get("b.test"));
    assertStatus(503, received());
    assertEquals(1, upstream.waiting());
    other.finishAndReleaseAll();
  }

  @Test
  void onlyWholeRequestsAreLife() {
    send(get("blocked.test"));
    received();
    String slow = get("blocked.test");
    for (int i = 0; i < 10; i++) {
      send(slow.substring(i, i + 1));
      channel.advanceTimeBy(1001, TimeUnit.MILLISECONDS);
      channel.runScheduledPendingTasks();
    }
    assertFalse(channel.isOpen());
  }

  @Test
  void silenceLastsUntilTheIdleLimit() {
    while (channel.pipeline().last() != null) {
      channel.pipeline().removeLast();
    }
    desk = desk(new Silence(0));
    open();
    send(get("blocked.test"));
    channel.advanceTimeBy(9, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
    assertTrue(channel.isOpen());
    channel.advanceTimeBy(2, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
    assertFalse(channel.isOpen());
    assertEquals("", received());
  }
}
