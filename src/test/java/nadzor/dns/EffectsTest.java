package nadzor.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nadzor.censor.DnsEffect;
import nadzor.censor.Restriction;
import nadzor.flow.DnsAsking;
import nadzor.flow.Endpoint;
import nadzor.flow.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.HTTPSRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.SVCBBase;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Effects that need the truth or time, over UDP and over TCP, in frozen time. */
class EffectsTest {
  private static final InetSocketAddress CLIENT = Endpoint.of("127.40.0.1", 5353).toSocketAddress();
  private static final InetSocketAddress SERVER = Endpoint.of("127.30.1.1", 53).toSocketAddress();
  private static final DnsEffect FORGE = new DnsEffect.Forge(Worlds.addresses("192.0.2.66"), 300);
  private static final ResolverLimits LIMITS =
      new ResolverLimits(1 << 20, 3, 9, 9, Duration.ofSeconds(60));

  private final EmbeddedChannel channel = new FromClient();
  private final HeldUpstream upstream = new HeldUpstream();
  private final ResolverCounters counters = new ResolverCounters();
  private final List<Restriction> log = new ArrayList<>();

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  private Desk desk(DnsEffect effect, Upstream from) {
    channel.freezeTime();
    return new Desk(
        new DnsService.Settings(
            Role.RESOLVER,
            Place.RESOLVER,
            Optional.of(Worlds.enforcing(new Effect(effect), log::add)),
            from,
            new AnswerCache(1 << 20, () -> 0),
            LIMITS,
            counters),
        channel.eventLoop());
  }

  private void udp(DnsEffect effect) {
    channel.pipeline().addLast(new DatagramHandler(channel, desk(effect, upstream), counters));
  }

  private void tcp(DnsEffect effect) {
    Desk desk = desk(effect, upstream);
    DnsSockets sockets = new DnsSockets(9);
    channel
        .pipeline()
        .addLast(
            new StreamChannels(
                DnsAsking.TCP,
                Optional.empty(),
                sockets,
                LIMITS,
                Map.of(channel.eventLoop(), desk)));
  }

  private void ask(String name) {
    ask(name, Type.A);
  }

  private void ask(String name, int type) {
    byte[] query = Messages.edns(name, type, 1232);
    ByteBuf octets = Unpooled.directBuffer(query.length).writeBytes(query);
    channel.writeInbound(new DatagramPacket(octets, SERVER, CLIENT));
  }

  private void askByTcp(String name) {
    byte[] query = Messages.edns(name, Type.A, 1232);
    channel.writeInbound(Unpooled.buffer().writeShort(query.length).writeBytes(query));
  }

  private Message received() {
    DatagramPacket packet = channel.readOutbound();
    try {
      return Messages.read(ByteBufUtil.getBytes(packet.content()));
    } finally {
      packet.release();
    }
  }

  private Message receivedByTcp() {
    ByteBuf frame = channel.readOutbound();
    try {
      return Messages.read(ByteBufUtil.getBytes(frame.skipBytes(2)));
    } finally {
      frame.release();
    }
  }

  private void assertNothingYet() {
    channel.runScheduledPendingTasks();
    assertNull(channel.readOutbound());
  }

  private void pass(long millis) {
    channel.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
    channel.runScheduledPendingTasks();
  }

  private static String address(Message answer) {
    return answer.getSection(Section.ANSWER).get(0).rdataToString();
  }

  @Test
  void aDelayedAnswerLeavesLater() {
    udp(new DnsEffect.Delay(Duration.ofSeconds(3), FORGE));
    ask("blocked.test");
    pass(2999);
    assertNothingYet();
    pass(1);
    assertEquals("192.0.2.66", address(received()));
    assertEquals(1, log.size());
    assertEquals(1, counters.restricted());
  }

  @Test
  void aDelayedTruthLeavesLaterThanItWouldHave() {
    udp(new DnsEffect.Delay(Duration.ofSeconds(3), DnsEffect.PASS));
    for (int i = 0; i < 2; i++) { // asked for, then from the cache
      ask("blocked.test");
      if (i == 0) {
        pass(5000);
        upstream.answerLast(Zone::answer);
      }
      pass(2999);
      assertNothingYet();
      pass(1);
      assertEquals("192.0.2.1", address(received()));
    }
    assertEquals(2, counters.restricted());
    assertEquals(0, counters.forwarded() + counters.cached(), "each counts once");
  }

  @Test
  void aDelayedSilenceIsSilence() {
    udp(new DnsEffect.Delay(Duration.ofSeconds(3), new DnsEffect.Silence()));
    ask("blocked.test");
    pass(10_000);
    assertNothingYet();
  }

  @Test
  void delayedAnswersAreBounded() {
    udp(new DnsEffect.Delay(Duration.ofSeconds(3), FORGE));
    for (int i = 0; i < 10; i++) {
      ask("n" + i + ".blocked.test");
    }
    assertEquals(3, counters.restricted());
    assertEquals(7, counters.dropped());
    pass(3000);
    for (int i = 0; i < 3; i++) {
      received();
    }
    ask("again.blocked.test");
    assertEquals(4, counters.restricted());
  }

  @Test
  void truncationIsForUdp() {
    udp(new DnsEffect.Truncate());
    ask("blocked.test");
    Message answer = received();
    assertTrue(answer.getHeader().getFlag(Flags.TC));
    assertTrue(answer.getSection(Section.ANSWER).isEmpty());
    assertTrue(answer.getSection(Section.AUTHORITY).isEmpty());
    assertEquals(Dns.NOERROR, answer.getRcode());
    assertEquals(1, counters.restricted());
  }

  @Test
  void aStreamIsNotTruncated() {
    tcp(new DnsEffect.Truncate());
    askByTcp("blocked.test");
    upstream.answerLast(Zone::answer);
    Message answer = receivedByTcp();
    assertFalse(answer.getHeader().getFlag(Flags.TC));
    assertEquals("192.0.2.1", address(answer));
    assertEquals(0, counters.restricted());
    assertEquals(List.of(), log);
  }

  private static Message withEch(Message query) {
    Message answer = Zone.answer(query);
    HTTPSRecord plain = (HTTPSRecord) answer.getSection(Section.ANSWER).get(0);
    List<SVCBBase.ParameterBase> parameters =
        List.of(
            new SVCBBase.ParameterPort(443), new SVCBBase.ParameterEch(new byte[] {1, 2, 3, 4}));
    Record ech =
        new HTTPSRecord(
            plain.getName(), plain.getDClass(), 60, 1, plain.getTargetName(), parameters);
    answer.removeAllRecords(Section.ANSWER);
    answer.addRecord(ech, Section.ANSWER);
    return answer;
  }

  @Test
  void echIsTakenOutOfFreshAndCachedAnswers() {
    udp(new DnsEffect.StripEch());
    ask("free.test", Type.HTTPS);
    upstream.answerLast(EffectsTest::withEch);
    assertEquals("1 . port=443 ech=AQIDBA==", address(received()));
    ask("blocked.test", Type.HTTPS);
    upstream.answerLast(EffectsTest::withEch);
    assertEquals("1 . port=443", address(received()));
    ask("blocked.test", Type.HTTPS);
    assertEquals("1 . port=443", address(received()));
    assertEquals(2, counters.restricted());
  }

  @Test
  void aRaceIsWonByTheForgedAnswer() {
    udp(new DnsEffect.Race(FORGE, Duration.ofMillis(50)));
    ask("blocked.test");
    assertEquals("192.0.2.66", address(received()));
    upstream.answerLast(Zone::answer);
    pass(49);
    assertNothingYet();
    pass(1);
    assertEquals("192.0.2.1", address(received()));
    assertEquals(1, counters.restricted());
    assertEquals(0, counters.forwarded());
  }

  @Test
  void theTruthOfARaceMayTakeLongerThanTheGap() {
    udp(new DnsEffect.Race(FORGE, Duration.ofMillis(50)));
    ask("blocked.test");
    received();
    pass(80);
    assertNothingYet();
    upstream.answerLast(Zone::answer);
    assertEquals("192.0.2.1", address(received()));
  }

  @Test
  void theTruthNeverOvertakes() {
    Desk desk = desk(new DnsEffect.Race(FORGE, Duration.ZERO), Zone.upstream());
    channel.pipeline().addLast(new DatagramHandler(channel, desk, counters));
    for (int i = 0; i < 2; i++) { // at once from the upstream, then from the cache
      ask("blocked.test");
      pass(1);
      assertEquals("192.0.2.66", address(received()));
      assertEquals("192.0.2.1", address(received()));
    }
  }

  @Test
  void aRaceCannotBeRunOnAStream() {
    tcp(new DnsEffect.Race(FORGE, Duration.ofMillis(50)));
    askByTcp("blocked.test");
    upstream.answerLast(Zone::answer);
    assertEquals("192.0.2.1", address(receivedByTcp()));
    pass(1000);
    assertNothingYet();
    assertEquals(0, counters.restricted());
  }
}
