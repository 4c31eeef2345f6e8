package nadzor.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.haproxy.HAProxyMessage;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import io.netty.handler.codec.haproxy.HAProxyProtocolException;
import io.netty.handler.codec.haproxy.HAProxyProxiedProtocol.AddressFamily;
import io.netty.handler.codec.haproxy.HAProxyProxiedProtocol.TransportProtocol;
import nadzor.flow.Endpoint;

/**
 * Waits for the header of a balancer that stands before this door ("The PROXY protocol", versions 1
 * and 2, haproxy.org), then leaves the channel to the door's own reception.
 */
final class SourceHandler extends ChannelInboundHandlerAdapter {
  private final Visit visit;
  private final Reception reception;
  private boolean over;

  SourceHandler(Visit visit, Reception reception) {
    this.visit = visit;
    this.reception = reception;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    HAProxyMessage header = (HAProxyMessage) message;
    try {
      ctx.pipeline().replace(this, "opening", reception.receive(named(header)));
    } finally {
      header.release();
    }
  }

  /**
   * A balancer's own check (LOCAL, which the codec reads as a protocol unknown), and what is no TCP
   * over IPv4 or IPv6, keeps the socket's name.
   */
  private Visit named(HAProxyMessage header) {
    AddressFamily family = header.proxiedProtocol().addressFamily();
    boolean internet = family == AddressFamily.AF_IPv4 || family == AddressFamily.AF_IPv6;
    boolean stream = header.proxiedProtocol().transportProtocol() == TransportProtocol.STREAM;
    return internet && stream
        ? visit.onBehalfOf(Endpoint.of(header.sourceAddress(), header.sourcePort()))
        : visit;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE) {
      visit.giveUp();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    visit.deadline().cancel();
  }

  /** No header, or none that can be read. */
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!over) { // the decoder complains again of what is left when the connection closes
      over = true;
      visit.giveUp();
    }
  }

  /** Tells at once where no header comes; the codec alone would wait for the end of a line. */
  static final class Decoder extends HAProxyMessageDecoder {
    private boolean begun;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
      ByteBuf octets = (ByteBuf) message;
      if (!begun && octets.isReadable() && !mayBegin(octets.getByte(octets.readerIndex()))) {
        octets.release();
        throw new HAProxyProtocolException("no PROXY protocol header");
      }
      begun |= octets.isReadable();
      super.channelRead(ctx, message);
    }

    /** Version 2 begins with CR, version 1 with "PROXY". */
    private static boolean mayBegin(byte first) {
      return first == '\r' || first == 'P';
    }
  }
}
