package nadzor.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nadzor.censor.action.Rcode;
import nadzor.flow.DnsAsking;
import nadzor.flow.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Message;
import org.xbill.DNS.Type;

class StreamHandlerTest {
  private static final ResolverLimits LIMITS =
      new ResolverLimits(0, 100, 2, 3, Duration.ofSeconds(10));

  private final HeldUpstream upstream = new HeldUpstream();
  private final ResolverCounters counters = new ResolverCounters();
  private final DnsSockets sockets = new DnsSockets(LIMITS.connections());
  private final EmbeddedChannel channel = new FromClient();

  @BeforeEach
  void open() {
    channel.freezeTime();
    connect(channel);
  }

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
    sockets.close();
  }

  private void connect(EmbeddedChannel client) {
    DnsService.Settings settings =
        new DnsService.Settings(
            Role.RESOLVER,
            Place.RESOLVER,
            Optional.of(Worlds.enforcing(new Rcode("nxdomain", 3))),
            upstream,
            new AnswerCache(0, () -> 0),
            LIMITS,
            counters);
    Desk desk = new Desk(settings, client.eventLoop());
    ChannelInitializer<Channel> streams =
        new StreamChannels(
            DnsAsking.TCP, Optional.empty(), sockets, LIMITS, Map.of(client.eventLoop(), desk));
    client.pipeline().addLast(streams);
  }

  private static ByteBuf frame(byte[] message) {
    return Unpooled.buffer().writeShort(message.length).writeBytes(message);
  }

  private static ByteBuf frames(String... names) {
    ByteBuf all = Unpooled.buffer();
    for (String name : names) {
      ByteBuf one = frame(Messages.plain(name, Type.A));
      all.writeBytes(one);
      one.release();
    }
    return all;
  }

  private String answeredName() {
    ByteBuf answer = channel.readOutbound();
    try {
      assertEquals(answer.readUnsignedShort(), answer.readableBytes());
      Message message = Messages.read(ByteBufUtil.getBytes(answer));
      return message.getQuestion().getName().toString();
    } finally {
      answer.release();
    }
  }

  @Test
  void readsAFrameOctetByOctet() {
    ByteBuf whole = frames("blocked.test");
    while (whole.isReadable()) {
      assertNull(channel.readOutbound());
      channel.writeInbound(whole.readBytes(1));
    }
    whole.release();
    assertEquals("blocked.test.", answeredName());
  }

  @Test
  void answersPipelinedQueriesAsTheyCome() {
    channel.writeInbound(frames("a.test", "blocked.test"));
    assertEquals("blocked.test.", answeredName());
    upstream.answerLast();
    assertEquals("a.test.", answeredName());
  }

  @Test
  void readsNoFurtherWhileTooManyQueriesWait() {
    channel.writeInbound(frames("a.test", "b.test", "c.test", "d.test", "e.test"));
    assertEquals(3, upstream.waiting());
    assertFalse(channel.config().isAutoRead());
    upstream.answerLast();
    assertEquals("c.test.", answeredName());
    assertEquals(3, upstream.waiting());
    upstream.answerLast();
    upstream.answerLast();
    upstream.answerLast();
    assertTrue(channel.config().isAutoRead());
    assertEquals(5, counters.queries());
  }

  @Test
  void readsNoFurtherWhileTheClientTakesNothing() {
    channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
    channel.runPendingTasks();
    assertFalse(channel.config().isAutoRead());
    channel.unsafe().outboundBuffer().setUserDefinedWritability(1, true);
    channel.runPendingTasks();
    assertTrue(channel.config().isAutoRead());
  }

  @Test
  void answersWhoHasClosedItsSide() {
    channel.writeInbound(frames("a.test"));
    channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
    assertTrue(channel.isOpen());
    upstream.answerLast();
    assertEquals("a.test.", answeredName());
    assertFalse(channel.isOpen());
  }

  @Test
  void closesAfterTheIdleLimit() {
    channel.advanceTimeBy(9, TimeUnit.SECONDS);
    channel.writeInbound(frames("blocked.test"));
    answeredName();
    channel.advanceTimeBy(9, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
    assertTrue(channel.isOpen());
    // Half a frame is no life.
    channel.writeInbound(Unpooled.buffer().writeByte(0));
    channel.advanceTimeBy(2, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
    assertFalse(channel.isOpen());
  }

  @Test
  void closesOnAFrameThatIsTooLong() {
    channel.writeInbound(Unpooled.buffer().writeShort(Desk.LONGEST_QUERY + 1));
    assertFalse(channel.isOpen());
  }

  @Test
  void takesAsManyConnectionsAsTheLimitSays() {
    EmbeddedChannel second = new FromClient();
    EmbeddedChannel third = new FromClient();
    connect(second);
    connect(third);
    assertTrue(second.isOpen());
    assertFalse(third.isOpen());
    second.finishAndReleaseAll();
    EmbeddedChannel fourth = new FromClient();
    connect(fourth);
    assertTrue(fourth.isOpen());
    fourth.finishAndReleaseAll();
  }
}
