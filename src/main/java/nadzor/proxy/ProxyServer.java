package nadzor.proxy;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import java.net.BindException;
import java.net.InetSocketAddress;
import nadzor.censor.Enforcement;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;

/**
 * One network's proxy: a mixed port that takes HTTP CONNECT, absolute-form HTTP, SOCKS5 and
 * SOCKS4/4a, told apart by their first octets. To the client it is the wire: what it tunnels passes
 * the network's judge, its own requests do not. Thread-safe.
 */
public final class ProxyServer implements AutoCloseable {
  private static final int BACKLOG = 4_096;
  private static final long CLOSE_MILLIS = 1_000;

  private final Channel listener;
  private final Endpoint address;
  private final Arrivals arrivals;
  private final ProxyCounters counters;

  private ProxyServer(Channel listener, Arrivals arrivals, ProxyCounters counters) {
    this.listener = listener;
    this.address = Endpoint.of((InetSocketAddress) listener.localAddress());
    this.arrivals = arrivals;
    this.counters = counters;
  }

  /**
   * Begins to listen.
   *
   * @param bind port 0 takes any that is free
   * @throws BindException if the address cannot be had; the message names it
   */
  public static ProxyServer start(
      Transport transport,
      Endpoint bind,
      ProxyWorld world,
      Enforcement enforcement,
      ProxyLimits limits)
      throws BindException {
    ProxyCounters counters = new ProxyCounters();
    Connector connector = Connector.of(transport, limits);
    Arrivals arrivals =
        new Arrivals(new Surroundings(world, enforcement, limits, counters, connector));
    ChannelFuture bound =
        bootstrap(transport, limits, arrivals).bind(bind.toSocketAddress()).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      BindException failure = new BindException("cannot listen on " + bind);
      failure.initCause(bound.cause());
      throw failure;
    }
    return new ProxyServer(bound.channel(), arrivals, counters);
  }

  private static ServerBootstrap bootstrap(
      Transport transport, ProxyLimits limits, Arrivals arrivals) {
    return new ServerBootstrap()
        .group(transport.loops())
        .channel(transport.listener())
        .option(ChannelOption.SO_BACKLOG, BACKLOG)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
        .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, Connector.waterMark(limits))
        .childHandler(arrivals);
  }

  /** Where it listens. */
  public Endpoint address() {
    return address;
  }

  /** What it did so far. */
  public ProxyCounters counters() {
    return counters;
  }

  /**
   * Closes the listener and every connection, and waits for that at most two seconds; not to be
   * called on an event loop. Idempotent.
   */
  @Override
  public void close() {
    listener.close().awaitUninterruptibly(CLOSE_MILLIS);
    arrivals.close().awaitUninterruptibly(CLOSE_MILLIS);
  }
}
