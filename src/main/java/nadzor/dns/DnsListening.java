package nadzor.dns;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nadzor.flow.DnsAsking;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;

/**
 * Opens the sockets of a server: one TCP listener, and on the same number a UDP socket per event
 * loop (SO_REUSEPORT, recvmmsg) where epoll is there, else one. TCP comes first: its port cannot be
 * shared, so that a second server on the same number is an error and never a silent partner.
 */
final class DnsListening {
  /** What was opened, and where. */
  record Open(
      DnsSockets sockets, Endpoint address, Optional<Endpoint> dot, Optional<Endpoint> doh) {}

  private static final int TRIES = 16;
  private static final int BATCH = 64;
  private static final int SOCKET_BUFFER = 4 << 20;
  private static final WriteBufferWaterMark UNSENT = new WriteBufferWaterMark(256 << 10, 1 << 20);

  private final Transport transport;
  private final DnsService.Settings settings;
  private final Map<EventLoop, Desk> desks;

  DnsListening(Transport transport, DnsService.Settings settings, Map<EventLoop, Desk> desks) {
    this.transport = transport;
    this.settings = settings;
    this.desks = desks;
  }

  /** Binds and waits for it. */
  Open open(ResolverDoors doors) throws IOException {
    Open open = openPlain(doors.plain());
    if (doors.secure().isEmpty()) {
      return open;
    }
    try {
      return openSecure(open, doors.secure().get());
    } catch (IOException e) {
      open.sockets().close();
      throw e;
    }
  }

  private Open openSecure(Open plain, ResolverDoors.Secure doors) throws IOException {
    DnsSockets sockets = plain.sockets();
    Duration patience = settings.limits().idle();
    DoorTls dot = DoorTls.of(doors, patience, "dot");
    DoorTls doh =
        DoorTls.of(
            doors, patience, ApplicationProtocolNames.HTTP_2, ApplicationProtocolNames.HTTP_1_1);
    return new Open(
        sockets,
        plain.address(),
        Optional.of(openStreams(doors.dot(), sockets, channels(DnsAsking.TLS, sockets, dot))),
        Optional.of(openStreams(doors.doh(), sockets, channels(DnsAsking.HTTPS, sockets, doh))));
  }

  /** For port 0 to a number that is free for both. */
  private Open openPlain(Endpoint at) throws BindException {
    for (int left = at.port() == 0 ? TRIES : 1; ; left--) {
      DnsSockets sockets = new DnsSockets(settings.limits().connections());
      try {
        Endpoint address =
            openStreams(
                at,
                sockets,
                new StreamChannels(
                    DnsAsking.TCP, Optional.empty(), sockets, settings.limits(), desks));
        openDatagrams(address, sockets);
        return new Open(sockets, address, Optional.empty(), Optional.empty());
      } catch (BindException e) {
        sockets.close();
        if (left == 1) {
          throw e;
        }
      }
    }
  }

  private StreamChannels channels(DnsAsking asking, DnsSockets sockets, DoorTls tls) {
    return new StreamChannels(asking, Optional.of(tls), sockets, settings.limits(), desks);
  }

  private Endpoint openStreams(Endpoint at, DnsSockets sockets, StreamChannels channels)
      throws BindException {
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(transport.loops())
            .channel(transport.listener())
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(channels);
    Channel listener = bound(bootstrap.bind(at.toSocketAddress()), at);
    sockets.add(listener);
    return Endpoint.of((InetSocketAddress) listener.localAddress());
  }

  private void openDatagrams(Endpoint at, DnsSockets sockets) throws BindException {
    if (!transport.isEpoll()) {
      sockets.add(bound(datagrams(transport.loops().next()).bind(at.toSocketAddress()), at));
      return;
    }
    for (EventExecutor loop : transport.loops()) {
      Bootstrap bootstrap =
          datagrams((EventLoop) loop)
              .option(EpollChannelOption.SO_REUSEPORT, true)
              .option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, Dns.UDP_PAYLOAD)
              .option(
                  ChannelOption.RECVBUF_ALLOCATOR,
                  new FixedRecvByteBufAllocator(Dns.UDP_PAYLOAD * BATCH));
      sockets.add(bound(bootstrap.bind(at.toSocketAddress()), at));
    }
  }

  private Bootstrap datagrams(EventLoop loop) {
    return new Bootstrap()
        .group(loop)
        .channel(transport.datagram())
        .option(ChannelOption.SO_RCVBUF, SOCKET_BUFFER)
        .option(ChannelOption.SO_SNDBUF, SOCKET_BUFFER)
        .option(ChannelOption.WRITE_BUFFER_WATER_MARK, UNSENT)
        .option(
            ChannelOption.RECVBUF_ALLOCATOR,
            new FixedRecvByteBufAllocator(Dns.UDP_PAYLOAD).maxMessagesPerRead(BATCH))
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                Desk desk = Objects.requireNonNull(desks.get(channel.eventLoop()));
                channel.pipeline().addLast(new DatagramHandler(channel, desk, settings.counters()));
              }
            });
  }

  private static Channel bound(ChannelFuture binding, Endpoint at) throws BindException {
    binding.awaitUninterruptibly();
    if (binding.isSuccess()) {
      return binding.channel();
    }
    BindException failure = new BindException("cannot listen on " + at + ": " + reason(binding));
    failure.initCause(binding.cause());
    throw failure;
  }

  private static String reason(ChannelFuture binding) {
    return String.valueOf(Objects.requireNonNull(binding.cause()).getMessage());
  }
}
