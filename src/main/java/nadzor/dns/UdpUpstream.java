package nadzor.dns;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;

/**
 * Another server, asked by UDP: a connected socket per event loop, unpredictable ids, id and
 * question checked, one retry, TCP where the answer is truncated. Thread-safe.
 */
public final class UdpUpstream implements Upstream {
  private final Map<EventLoop, UdpExchanges> exchanges;
  private final List<Channel> channels;

  private UdpUpstream(Map<EventLoop, UdpExchanges> exchanges, List<Channel> channels) {
    this.exchanges = exchanges;
    this.channels = channels;
  }

  /**
   * Opens the sockets: not to be called on an event loop.
   *
   * @param timeout for each of two attempts, and for the whole of an attempt by TCP
   * @throws IOException if the address cannot be reached from here
   */
  public static UdpUpstream open(Transport transport, Endpoint server, Duration timeout)
      throws IOException {
    StreamAsk byStream = new StreamAsk(transport, server, timeout);
    List<Channel> channels = new ArrayList<>();
    Map<EventLoop, UdpExchanges> exchanges = new HashMap<>();
    UdpUpstream upstream = new UdpUpstream(exchanges, channels);
    for (EventExecutor executor : transport.loops()) {
      EventLoop loop = (EventLoop) executor;
      UdpExchanges handler = new UdpExchanges(byStream, timeout);
      ChannelFuture connecting = connect(transport, loop, server, handler);
      if (!connecting.isSuccess()) {
        upstream.close();
        throw unreachable(server, connecting);
      }
      channels.add(connecting.channel());
      exchanges.put(loop, handler);
    }
    return upstream;
  }

  private static ChannelFuture connect(
      Transport transport, EventLoop loop, Endpoint server, UdpExchanges handler) {
    return new Bootstrap()
        .group(loop)
        .channel(transport.datagram())
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                channel.pipeline().addLast(handler);
              }
            })
        .connect(server.toSocketAddress())
        .awaitUninterruptibly();
  }

  private static IOException unreachable(Endpoint server, ChannelFuture connecting) {
    ConnectException failure = new ConnectException("cannot send datagrams to " + server);
    failure.initCause(connecting.cause());
    return failure;
  }

  /**
   * As {@link Upstream#ask}; may be called on any thread.
   *
   * @throws IllegalArgumentException if the loop is not one of the transport's
   */
  @Override
  public void ask(byte[] query, EventLoop loop, Reply reply) {
    UdpExchanges here = exchanges.get(loop);
    if (here == null) {
      throw new IllegalArgumentException("an event loop of another transport");
    }
    if (loop.inEventLoop()) {
      here.ask(query, reply);
    } else {
      loop.execute(() -> here.ask(query, reply));
    }
  }

  @Override
  public void close() {
    channels.forEach(Outgoing::close);
  }
}
