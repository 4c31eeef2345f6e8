package nadzor.dns;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DatagramPacket;
import java.io.IOException;
import java.net.InetSocketAddress;
import nadzor.flow.DnsAsking;
import nadzor.wire.DnsQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the datagrams of one channel. An answer that is no longer than its query goes out in the
 * buffer that the query came in; the answers of one read leave together. Beside the packets that
 * Netty wants for each datagram nothing is allocated for an answer that goes out at once.
 */
final class DatagramHandler extends ChannelInboundHandlerAdapter implements Asker {
  private static final Logger LOG = LoggerFactory.getLogger(DatagramHandler.class);
  private static final InetSocketAddress NOBODY = new InetSocketAddress(0);

  private final Channel channel;
  private final Desk desk;
  private final ResolverCounters counters;
  private final AnswerSlab slab = new AnswerSlab();
  private InetSocketAddress sender = NOBODY;
  private boolean reading;

  DatagramHandler(Channel channel, Desk desk, ResolverCounters counters) {
    this.channel = channel;
    this.desk = desk;
    this.counters = counters;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    DatagramPacket packet = (DatagramPacket) message;
    reading = true;
    sender = packet.sender();
    boolean passedOn = false;
    try {
      passedOn = serve(packet.content());
    } finally {
      if (!passedOn) {
        packet.release();
      }
    }
  }

  /** Whether the query's own buffer goes out again. */
  private boolean serve(ByteBuf query) {
    int length = Math.min(query.readableBytes(), Desk.LONGEST_QUERY);
    query.getBytes(query.readerIndex(), desk.in(), 0, length);
    int answered = desk.serve(length, this);
    if (answered > 0 && !channel.isWritable()) {
      counters.countUnsent();
      return false;
    }
    boolean fits = answered <= query.capacity();
    if (answered > 0) {
      ByteBuf answer =
          fits
              ? query.setIndex(0, answered).setBytes(0, desk.out(), 0, answered)
              : slab.cut(channel.alloc(), desk.out(), answered);
      Outgoing.write(channel, new DatagramPacket(answer, sender));
    }
    return answered > 0 && fits;
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    reading = false;
    context.flush();
    slab.settle();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    slab.close();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof IOException) {
      LOG.debug("a datagram could not be sent or received", cause);
    } else {
      LOG.warn("a datagram could not be served", cause);
    }
  }

  @Override
  public DnsAsking asking() {
    return DnsAsking.UDP;
  }

  @Override
  public InetSocketAddress client() {
    return sender;
  }

  @Override
  public int limit(DnsQuery query) {
    return Math.min(query.udpSize(), Dns.UDP_PAYLOAD);
  }

  @Override
  public ReturnPath later() {
    InetSocketAddress client = sender;
    return new ReturnPath() {
      @Override
      public void send(byte[] message, int length, boolean restricted) {
        answer(client, message, length);
      }

      @Override
      public void nothing() {}
    };
  }

  private void answer(InetSocketAddress client, byte[] message, int length) {
    if (!channel.isWritable()) {
      counters.countUnsent();
      return;
    }
    ByteBuf answer = channel.alloc().directBuffer(length).writeBytes(message, 0, length);
    Outgoing.write(channel, new DatagramPacket(answer, client));
    if (!reading) {
      channel.flush();
    }
  }
}
