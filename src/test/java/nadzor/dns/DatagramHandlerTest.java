package nadzor.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
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
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.censor.DnsAction;
import nadzor.censor.Enforcement;
import nadzor.censor.Restriction;
import nadzor.censor.action.Forge;
import nadzor.censor.action.Rcode;
import nadzor.censor.action.Silence;
import nadzor.flow.Endpoint;
import nadzor.flow.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Message;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class DatagramHandlerTest {
  private static final InetSocketAddress CLIENT = Endpoint.of("127.40.0.1", 5353).toSocketAddress();
  private static final InetSocketAddress SERVER = Endpoint.of("127.30.1.1", 53).toSocketAddress();
  private static final DnsAction NXDOMAIN = new Rcode("nxdomain", 3);

  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final HeldUpstream upstream = new HeldUpstream();
  private final ResolverCounters counters = new ResolverCounters();
  private final List<Restriction> log = new ArrayList<>();

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  private void serve(Enforcement enforcement) {
    ResolverLimits limits = new ResolverLimits(1 << 20, 3, 1, 1, Duration.ofSeconds(1));
    DnsService.Settings settings =
        new DnsService.Settings(
            Role.RESOLVER,
            Place.RESOLVER,
            Optional.of(enforcement),
            upstream,
            new AnswerCache(1 << 20, () -> 0),
            limits,
            counters);
    Desk desk = new Desk(settings, channel.eventLoop());
    channel.pipeline().addLast(new DatagramHandler(channel, desk, counters));
  }

  private static DatagramPacket packet(byte[] octets) {
    return new DatagramPacket(
        Unpooled.directBuffer(octets.length).writeBytes(octets), SERVER, CLIENT);
  }

  private void send(byte[] octets) {
    channel.writeInbound(packet(octets));
  }

  private Message received() {
    DatagramPacket packet = channel.readOutbound();
    try {
      assertEquals(CLIENT, packet.recipient());
      return Messages.read(ByteBufUtil.getBytes(packet.content()));
    } finally {
      packet.release();
    }
  }

  @Test
  void answersInTheBufferThatTheQueryCameIn() {
    serve(Worlds.enforcing(NXDOMAIN, log::add));
    byte[] octets = Messages.plain("blocked.test", Type.A);
    ByteBuf buffer = Unpooled.directBuffer(Dns.UDP_PAYLOAD).writeBytes(octets);
    DatagramPacket query = new DatagramPacket(buffer, SERVER, CLIENT);
    channel.writeInbound(query);
    DatagramPacket answer = channel.readOutbound();
    assertSame(buffer, answer.content());
    assertEquals(1, buffer.refCnt());
    assertEquals(Dns.NXDOMAIN, Messages.read(ByteBufUtil.getBytes(buffer)).getRcode());
    assertEquals(Worlds.RULE, log.get(0).rule());
    assertEquals("resolver", log.get(0).server());
    answer.release();
  }

  @Test
  void longerAnswersAreCutFromOneSlab() {
    serve(Worlds.enforcing(new Forge(List.of(), 10)));
    for (int i = 0; i < 200; i++) {
      send(Messages.edns("n" + i + ".blocked.test", Type.A, 1232));
    }
    for (int i = 0; i < 200; i++) {
      Message answer = received();
      assertEquals("n" + i + ".blocked.test.", answer.getQuestion().getName().toString());
      assertEquals(1, answer.getSection(Section.ANSWER).size());
    }
    assertEquals(200, counters.restricted());
  }

  @Test
  void silenceIsNoAnswer() {
    serve(Worlds.enforcing(new Silence(0), log::add));
    DatagramPacket query = packet(Messages.plain("blocked.test", Type.A));
    channel.writeInbound(query);
    assertNull(channel.readOutbound());
    assertEquals(0, query.refCnt());
    assertEquals(1, log.size());
    assertEquals(1, counters.restricted());
  }

  @Test
  void whatIsNotRestrictedIsAskedForOnceAndThenCached() {
    serve(Worlds.enforcing(NXDOMAIN));
    send(Messages.plain("Example.org", Type.A));
    assertNull(channel.readOutbound());
    assertEquals(1, upstream.waiting());
    upstream.failLast();
    assertEquals(Dns.SERVFAIL, received().getRcode());
    assertEquals(1, counters.failed());
    send(Messages.edns("Example.org", Type.A, 1232));
    upstream.answerLast();
    assertEquals("Example.org.", received().getQuestion().getName().toString());
    assertEquals(2, counters.forwarded());
  }

  @Test
  void aFloodWaitsNoLongerThanTheLimit() {
    serve(Worlds.enforcing(NXDOMAIN));
    for (int i = 0; i < 1000; i++) {
      send(Messages.plain("n" + i + ".example.org", Type.A));
    }
    assertEquals(3, upstream.waiting());
    assertEquals(997, counters.dropped());
    upstream.answerLast();
    send(Messages.plain("again.example.org", Type.A));
    assertEquals(3, upstream.waiting());
    assertEquals(1001, counters.queries());
    assertEquals(sumOfFates(), counters.queries());
  }

  private long sumOfFates() {
    return counters.restricted()
        + counters.cached()
        + counters.forwarded()
        + counters.malformed()
        + counters.dropped();
  }

  @Test
  void whatTheSocketDoesNotTakeIsThrownAway() {
    serve(Worlds.enforcing(NXDOMAIN));
    channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
    DatagramPacket query = packet(Messages.plain("blocked.test", Type.A));
    channel.writeInbound(query);
    assertNull(channel.readOutbound());
    assertEquals(0, query.refCnt());
    assertEquals(1, counters.unsent());
  }

  @ParameterizedTest
  @CsvSource({"251, 1, 5", "252, 1, 5", "1, 3, 5", "1, 255, 5"})
  void transfersAndOtherClassesAreRefused(int type, int questionClass, int rcode) {
    serve(Worlds.enforcing(NXDOMAIN));
    byte[] query = Messages.plain("example.org", type);
    query[query.length - 1] = (byte) questionClass;
    send(query);
    assertEquals(rcode, received().getRcode());
    assertEquals(1, counters.malformed());
  }

  @Test
  void garbageGetsItsDue() {
    serve(Worlds.enforcing(NXDOMAIN));
    byte[] query = Messages.plain("example.org", Type.A);
    byte[] notify = query.clone();
    notify[2] = (byte) (Opcode.NOTIFY << 3);
    send(notify);
    Message answer = received();
    assertEquals(Dns.NOTIMP, answer.getRcode());
    assertEquals(Opcode.NOTIFY, answer.getHeader().getOpcode());
    byte[] pointer = query.clone();
    pointer[12] = (byte) 0xc0;
    send(pointer);
    assertEquals(Dns.FORMERR, received().getRcode());
    byte[] response = query.clone();
    response[2] |= (byte) 0x80;
    send(response);
    send(new byte[11]);
    send(new byte[0]);
    assertNull(channel.readOutbound());
    assertEquals(3, counters.dropped());
    assertEquals(2, counters.malformed());
  }

  @Test
  void judgesBeforeItLooksIntoTheCache() {
    Enforcement enforcement = Worlds.enforcing(NXDOMAIN);
    Blocklist restricting = enforcement.blocklist();
    enforcement.activate(Blocklist.EMPTY);
    serve(enforcement);
    answerWithAddress("blocked.test");
    send(Messages.plain("blocked.test", Type.A));
    assertEquals(Dns.NOERROR, received().getRcode());
    assertEquals(1, counters.cached());
    enforcement.activate(restricting);
    send(Messages.plain("blocked.test", Type.A));
    assertEquals(Dns.NXDOMAIN, received().getRcode());
    assertTrue(counters.restricted() == 1 && counters.cached() == 1);
  }

  private void answerWithAddress(String name) {
    send(Messages.plain(name, Type.A));
    upstream.answerLast(Zone::answer);
    assertEquals(Dns.NOERROR, received().getRcode());
  }
}
