package nadzor.proxy;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;

/** The open doors of one proxy, and the clients that came through them. */
final class Listeners implements AutoCloseable {
  private static final int BACKLOG = 4_096;
  private static final long CLOSE_MILLIS = 1_000;

  private final Transport transport;
  private final Surroundings surroundings;
  private final List<Channel> listening = new ArrayList<>();
  private final ChannelGroup present = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

  Listeners(Transport transport, Surroundings surroundings) {
    this.transport = transport;
    this.surroundings = surroundings;
  }

  /** Opens one; where it listens. */
  Endpoint open(ProxyDoors.Door door, Reception reception) throws BindException {
    Arrivals arrivals = new Arrivals(surroundings, present, reception, door.proxyProtocol());
    ChannelFuture bound =
        bootstrap(arrivals).bind(door.bind().toSocketAddress()).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      BindException failure = new BindException("cannot listen on " + door.bind());
      failure.initCause(bound.cause());
      throw failure;
    }
    listening.add(bound.channel());
    return Peers.of(bound.channel().localAddress());
  }

  /** Without TCP_NODELAY: Netty sets it of itself, and a second call costs each connection one. */
  private ServerBootstrap bootstrap(Arrivals arrivals) {
    return new ServerBootstrap()
        .group(transport.loops())
        .channel(transport.listener())
        .option(ChannelOption.SO_BACKLOG, BACKLOG)
        .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
        .childOption(
            ChannelOption.WRITE_BUFFER_WATER_MARK, Connector.waterMark(surroundings.limits()))
        .childHandler(arrivals);
  }

  /** Closes every door, then sends everybody away, those who still come too. */
  @Override
  public void close() {
    List<ChannelFuture> closing = listening.stream().map(Channel::close).toList();
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSE_MILLIS);
    for (ChannelFuture future : closing) {
      future.awaitUninterruptibly(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
    }
    present.close().awaitUninterruptibly(CLOSE_MILLIS);
  }
}
