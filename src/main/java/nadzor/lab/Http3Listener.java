package nadzor.lab;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http3.Http3;
import io.netty.handler.codec.quic.Quic;
import io.netty.handler.codec.quic.QuicSslContext;
import io.netty.handler.codec.quic.QuicSslContextBuilder;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nadzor.flow.Endpoint;

/**
 * A server of HTTP/3 (RFC 9114) over QUIC (RFC 9000) on one UDP socket, with one certificate
 * whatever the client names, as beside it over TCP. Thread-safe; {@link #close} is idempotent, ends
 * every connection and must not be called on an event loop.
 */
final class Http3Listener implements AutoCloseable {
  /** Requests of one connection at a time. */
  static final int STREAMS = 32;

  private static final int CLOSE_SECONDS = 1;
  private static final int SOCKET_BUFFER = 1 << 20;
  private static final long STREAM_OCTETS = 65_536;
  private static final long CONNECTION_OCTETS = 262_144;

  private final Channel channel;
  private final ChannelGroup open;

  private Http3Listener(Channel channel, ChannelGroup open) {
    this.channel = channel;
    this.open = open;
  }

  /** Why HTTP/3 cannot be served on this machine; empty where it can. */
  static Optional<String> obstacle() {
    return Quic.isAvailable()
        ? Optional.empty()
        : Optional.of(
            "HTTP/3 is not served: the native QUIC library does not load on this platform ("
                + Quic.unavailabilityCause().getMessage()
                + "). Everything else goes on; clients find no HTTP/3 at any origin.");
  }

  /**
   * Listens; port 0 takes a free one.
   *
   * @param what for messages, such as {@code origin}
   * @throws FenceException if the address is outside the fence
   * @throws IOException if the endpoint cannot be bound; the message names it
   */
  static Http3Listener bind(
      Hosting hosting, String what, Endpoint at, Responder responder, OriginCertificate certificate)
      throws IOException {
    ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    ChannelFuture bound =
        new Bootstrap()
            .group(hosting.transport().loops())
            .channel(hosting.transport().datagram())
            .option(ChannelOption.SO_RCVBUF, SOCKET_BUFFER)
            .option(ChannelOption.SO_SNDBUF, SOCKET_BUFFER)
            .handler(codec(new Http3Pipeline(responder, hosting.limits(), open), certificate))
            .bind(hosting.fence().admit(what, at).toSocketAddress())
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException(
          "%s: cannot listen on %s (UDP): %s".formatted(what, at, bound.cause().getMessage()),
          bound.cause());
    }
    return new Http3Listener(bound.channel(), open);
  }

  private static ChannelHandler codec(Http3Pipeline pipeline, OriginCertificate certificate) {
    return Http3.newQuicServerCodecBuilder()
        .sslContext(context(certificate))
        .maxIdleTimeout(pipeline.limits().request().toMillis(), TimeUnit.MILLISECONDS)
        .initialMaxData(CONNECTION_OCTETS)
        .initialMaxStreamDataBidirectionalLocal(STREAM_OCTETS)
        .initialMaxStreamDataBidirectionalRemote(STREAM_OCTETS)
        .initialMaxStreamDataUnidirectional(STREAM_OCTETS)
        .initialMaxStreamsBidirectional(STREAMS)
        .initialMaxStreamsUnidirectional(Http3.MIN_INITIAL_MAX_STREAMS_UNIDIRECTIONAL)
        .activeMigration(false)
        .handler(pipeline)
        .build();
  }

  private static QuicSslContext context(OriginCertificate certificate) {
    return QuicSslContextBuilder.forServer(
            certificate.key(), null, certificate.certificate()) // the key has no password
        .applicationProtocols(Http3.supportedApplicationProtocols())
        .build();
  }

  /** Where it listens. */
  Endpoint endpoint() {
    return Endpoint.of((InetSocketAddress) channel.localAddress());
  }

  @Override
  public void close() {
    open.close().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    channel.close().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
  }
}
