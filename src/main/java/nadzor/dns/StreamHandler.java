package nadzor.dns;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.timeout.IdleStateEvent;
import java.net.InetSocketAddress;
import nadzor.flow.DnsAsking;
import nadzor.wire.DnsQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the frames of one connection, TCP (RFC 7766) or TLS (RFC 7858): pipelined queries, answers
 * as they come. It reads no further while too many queries wait or the client takes no answers; it
 * closes after the last answer once the client has closed its side, and after the idle limit.
 */
final class StreamHandler extends SimpleChannelInboundHandler<ByteBuf>
    implements Asker, ReturnPath {
  private static final Logger LOG = LoggerFactory.getLogger(StreamHandler.class);

  private final DnsAsking asking;
  private final Channel channel;
  private final Desk desk;
  private final int pipelined;
  private int waiting;
  private boolean reading;
  private boolean clientDone;

  StreamHandler(DnsAsking asking, Channel channel, Desk desk, int pipelined) {
    this.asking = asking;
    this.channel = channel;
    this.desk = desk;
    this.pipelined = pipelined;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ByteBuf frame) {
    reading = true;
    int length = frame.readableBytes();
    frame.getBytes(frame.readerIndex(), desk.in(), 0, length);
    int answered = desk.serve(length, this);
    if (answered > 0) {
      write(desk.out(), answered);
    }
    updateReading();
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    reading = false;
    context.flush();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    updateReading();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof IdleStateEvent) {
      Outgoing.leave(channel);
    } else if (event instanceof ChannelInputShutdownEvent) {
      clientDone = true;
      closeIfDone();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.debug("a DNS connection ends", cause);
    Outgoing.leave(channel);
  }

  @Override
  public DnsAsking asking() {
    return asking;
  }

  @Override
  public InetSocketAddress client() {
    return (InetSocketAddress) channel.remoteAddress();
  }

  @Override
  public int limit(DnsQuery query) {
    return Dns.MAX_MESSAGE;
  }

  @Override
  public ReturnPath later() {
    waiting++;
    return this;
  }

  @Override
  public void send(byte[] message, int length, boolean restricted) {
    write(message, length);
    if (!reading) {
      channel.flush();
    }
    nothing();
  }

  @Override
  public void nothing() {
    waiting--;
    updateReading();
    closeIfDone();
  }

  private void write(byte[] message, int length) {
    ByteBuf framed = channel.alloc().directBuffer(2 + length);
    Outgoing.write(channel, framed.writeShort(length).writeBytes(message, 0, length));
  }

  private void updateReading() {
    channel.config().setAutoRead(waiting < pipelined && channel.isWritable());
  }

  private void closeIfDone() {
    if (clientDone && waiting == 0) {
      channel.writeAndFlush(channel.alloc().buffer(0)).addListener(ChannelFutureListener.CLOSE);
    }
  }
}
