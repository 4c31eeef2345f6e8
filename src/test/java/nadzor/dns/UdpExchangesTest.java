package nadzor.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Type;

class UdpExchangesTest {
  private static final InetSocketAddress SERVER = Endpoint.of("127.20.0.1", 53).toSocketAddress();
  private static final byte[] QUERY = Question.query(DomainName.of("example.org"), Type.A);

  private final List<String> events = new ArrayList<>();
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final Transport unused = Transport.startNio(1);
  private final UdpExchanges exchanges =
      new UdpExchanges(
          new StreamAsk(unused, Endpoint.of(SERVER), Duration.ofSeconds(2)), Duration.ofSeconds(2));

  private final Upstream.Reply reply =
      new Upstream.Reply() {
        @Override
        public void answer(byte[] message) {
          events.add("answer " + message.length);
        }

        @Override
        public void none() {
          events.add("none");
        }
      };

  @BeforeEach
  void open() {
    channel.freezeTime();
    channel.pipeline().addLast(exchanges);
  }

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
    unused.close();
  }

  private byte[] sent() {
    ByteBuf buffer = channel.readOutbound();
    byte[] octets = ByteBufUtil.getBytes(buffer);
    buffer.release();
    return octets;
  }

  private void receive(byte[] octets) {
    channel.writeInbound(new DatagramPacket(Unpooled.wrappedBuffer(octets), SERVER, SERVER));
  }

  private static byte[] answerTo(byte[] query) {
    byte[] answer = query.clone();
    answer[2] |= (byte) 0x80;
    return answer;
  }

  private void pass(long seconds) {
    channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
    channel.runScheduledPendingTasks();
  }

  @Test
  void takesTheRightAnswerOnly() {
    exchanges.ask(QUERY, reply);
    byte[] query = sent();
    byte[] otherId = answerTo(query);
    otherId[1]++;
    byte[] otherName = answerTo(query);
    otherName[13] = 'x';
    receive(otherId);
    receive(otherName);
    receive(query);
    receive(new byte[3]);
    assertEquals(List.of(), events);
    receive(answerTo(query));
    receive(answerTo(query));
    assertEquals(List.of("answer " + QUERY.length), events);
    pass(10);
    assertEquals(1, events.size());
  }

  @Test
  void triesTwiceAndThenGivesUp() {
    exchanges.ask(QUERY, reply);
    byte[] first = sent();
    pass(2);
    assertEquals(List.of(), events);
    assertEquals(List.of(first[0], first[1]), List.of(sent()[0], first[1]));
    pass(2);
    assertEquals(List.of("none"), events);
    assertNull(channel.readOutbound());
    receive(answerTo(first));
    assertEquals(1, events.size());
  }

  @Test
  void idsDiffer() {
    exchanges.ask(QUERY, reply);
    exchanges.ask(QUERY, reply);
    byte[] first = sent();
    byte[] second = sent();
    assertNotEquals(Dns.u16(first, 0), Dns.u16(second, 0));
    receive(answerTo(second));
    receive(answerTo(first));
    assertEquals(2, events.size());
  }

  @Test
  void givesUpAtOnceWhereNobodyListens() {
    exchanges.ask(QUERY, reply);
    sent();
    channel.pipeline().fireExceptionCaught(new PortUnreachableException());
    assertEquals(List.of("none"), events);
  }

  @Test
  void givesUpWhenItsSocketCloses() {
    exchanges.ask(QUERY, reply);
    sent();
    channel.close().syncUninterruptibly();
    exchanges.ask(QUERY, reply);
    assertEquals(List.of("none", "none"), events);
  }

  @Test
  void keepsABoundedNumberWaiting() {
    for (int i = 0; i < 5000; i++) {
      exchanges.ask(QUERY, reply);
    }
    assertEquals(5000 - 4096, events.size());
    assertTrue(events.stream().allMatch("none"::equals));
  }
}
