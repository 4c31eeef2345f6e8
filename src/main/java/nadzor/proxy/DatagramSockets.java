package nadzor.proxy;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;

/** Opens sockets for datagrams, whose channels speak {@code DatagramPacket}. Thread-safe. */
interface DatagramSockets {
  /** The longest payload of a UDP datagram over IPv4, in octets. */
  int LONGEST = 65_507;

  /** One that takes datagrams from anybody, here; port 0 takes any that is free. */
  ChannelFuture bind(EventLoop loop, Endpoint local, ChannelHandler handler);

  /** One that speaks with this endpoint alone, and may be written octets without an address. */
  ChannelFuture connect(EventLoop loop, Endpoint bound, ChannelHandler handler);

  /** Real sockets of this transport. */
  static DatagramSockets of(Transport transport) {
    Bootstrap each =
        new Bootstrap()
            .channel(transport.datagram())
            .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(LONGEST))
            .disableResolver();
    return new DatagramSockets() {
      @Override
      public ChannelFuture bind(EventLoop loop, Endpoint local, ChannelHandler handler) {
        return each.clone(loop).handler(handler).bind(local.toSocketAddress());
      }

      @Override
      public ChannelFuture connect(EventLoop loop, Endpoint bound, ChannelHandler handler) {
        return each.clone(loop).handler(handler).connect(bound.toSocketAddress());
      }
    };
  }
}
