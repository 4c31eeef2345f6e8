package nadzor.proxy;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;

/** Opens connections to origins. Thread-safe. */
@FunctionalInterface
interface Connector {
  /** Begins to connect on this event loop; the channel reads nothing before the future is done. */
  ChannelFuture connect(EventLoop loop, Endpoint bound);

  /** Real sockets of this transport; the caller keeps the time. */
  static Connector of(Transport transport, ProxyLimits limits) {
    Bootstrap each =
        new Bootstrap()
            .channel(transport.stream())
            .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0)
            .option(ChannelOption.WRITE_BUFFER_WATER_MARK, waterMark(limits))
            .disableResolver()
            .handler(Waiting.INSTANCE);
    return (loop, bound) -> each.clone(loop).connect(bound.toSocketAddress());
  }

  /** When a channel counts as slow, and when as ready again. */
  static WriteBufferWaterMark waterMark(ProxyLimits limits) {
    return new WriteBufferWaterMark(limits.bufferOctets() / 2, limits.bufferOctets());
  }

  /** Stands in a pipeline until the tunnel is there; nothing reaches it. */
  @ChannelHandler.Sharable
  final class Waiting extends ChannelInboundHandlerAdapter {
    private static final Waiting INSTANCE = new Waiting();

    private Waiting() {}
  }
}
