package nadzor.lab;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import nadzor.flow.Endpoint;

/**
 * A listening TCP server whose channels read when they are told to. Thread-safe; {@link #close} is
 * idempotent, closes every connection and must not be called on an event loop.
 */
final class StreamListener implements AutoCloseable {
  private static final int CLOSE_SECONDS = 1;

  /** Octets that wait for a slow client; low, as a TLS record of 1 KiB sits in 16 KiB of memory. */
  private static final WriteBufferWaterMark PENDING = new WriteBufferWaterMark(8192, 16_384);

  private final Channel channel;
  private final ChannelGroup open;

  private StreamListener(Channel channel, ChannelGroup open) {
    this.channel = channel;
    this.open = open;
  }

  /**
   * Listens; port 0 takes a free one.
   *
   * @param what for messages, such as {@code origin}
   * @param open where the children are put by who sets them up
   * @throws FenceException if the address is outside the fence
   * @throws IOException if the endpoint cannot be bound; the message names it
   */
  static StreamListener bind(
      Hosting hosting, String what, Endpoint at, ChannelGroup open, ChannelHandler children)
      throws IOException {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(hosting.transport().loops())
            .channel(hosting.transport().listener())
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.AUTO_READ, false)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, PENDING)
            .childHandler(children)
            .bind(hosting.fence().admit(what, at).toSocketAddress())
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException(
          "%s: cannot listen on %s: %s".formatted(what, at, bound.cause().getMessage()),
          bound.cause());
    }
    return new StreamListener(bound.channel(), open);
  }

  /** Where it listens. */
  Endpoint endpoint() {
    return Endpoint.of((InetSocketAddress) channel.localAddress());
  }

  @Override
  public void close() {
    channel.close().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    open.close().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
  }
}
