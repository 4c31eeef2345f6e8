package nadzor.dns;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.collection.IntObjectHashMap;
import io.netty.util.concurrent.Future;
import java.net.PortUnreachableException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queries that wait on one connected UDP socket. Belongs to its event loop. */
final class UdpExchanges extends SimpleChannelInboundHandler<DatagramPacket> {
  private static final Logger LOG = LoggerFactory.getLogger(UdpExchanges.class);
  private static final int MOST_WAITING = 4096;
  private static final int ATTEMPTS = 2;

  private final SplittableRandom ids = new SplittableRandom(new SecureRandom().nextLong());
  private final IntObjectHashMap<Exchange> waiting = new IntObjectHashMap<>();
  private final StreamAsk byStream;
  private final Duration timeout;
  private @Nullable ChannelHandlerContext context;

  UdpExchanges(StreamAsk byStream, Duration timeout) {
    this.byStream = byStream;
    this.timeout = timeout;
  }

  /** To be called on the channel's event loop. */
  void ask(byte[] query, Upstream.Reply reply) {
    ChannelHandlerContext here = context;
    if (here == null || !here.channel().isActive() || waiting.size() >= MOST_WAITING) {
      reply.none();
      return;
    }
    int id = ids.nextInt(0x10000);
    while (waiting.containsKey(id)) {
      id = ids.nextInt(0x10000);
    }
    byte[] message = query.clone();
    Dns.u16(message, 0, id);
    Exchange exchange = new Exchange(id, message, reply);
    waiting.put(id, exchange);
    exchange.attempt(here);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext here, DatagramPacket packet) {
    ByteBuf content = packet.content();
    if (content.readableBytes() < Dns.HEADER) {
      return;
    }
    Exchange exchange = waiting.get(content.getUnsignedShort(content.readerIndex()));
    if (exchange != null) {
      exchange.received(ByteBufUtil.getBytes(content), (EventLoop) here.executor());
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext here) {
    failAll();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext here, Throwable cause) {
    LOG.debug("an upstream's socket reports", cause);
    if (cause instanceof PortUnreachableException) {
      failAll(); // nobody listens there: no use in waiting
    }
  }

  private void failAll() {
    List.copyOf(waiting.values()).forEach(Exchange::fail);
  }

  /** One query on its way. */
  private final class Exchange {
    private final int id;
    private final byte[] message;
    private final Upstream.Reply reply;
    private int attempts;
    private @Nullable Future<?> timer;

    Exchange(int id, byte[] message, Upstream.Reply reply) {
      this.id = id;
      this.message = message;
      this.reply = reply;
    }

    void attempt(ChannelHandlerContext here) {
      attempts++;
      Outgoing.write(here, Unpooled.wrappedBuffer(message));
      here.flush();
      timer =
          here.executor().schedule(() -> timedOut(here), timeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void timedOut(ChannelHandlerContext here) {
      if (attempts < ATTEMPTS) {
        attempt(here);
      } else {
        fail();
      }
    }

    void received(byte[] answer, EventLoop loop) {
      if (!Question.isAnsweredBy(message, answer)) {
        return; // forged or stray: the right one may still come
      }
      leave();
      if ((Dns.u16(answer, 2) & Dns.TC) != 0) {
        byStream.ask(message, loop, reply);
      } else {
        reply.answer(answer);
      }
    }

    void fail() {
      leave();
      reply.none();
    }

    private void leave() {
      waiting.remove(id);
      if (timer != null) {
        timer.cancel(false);
      }
    }
  }
}
