package nadzor.lab;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http3.Http3;
import io.netty.handler.codec.http3.Http3ClientConnectionHandler;
import io.netty.handler.codec.http3.Http3FrameToHttpObjectCodec;
import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.QuicSslContext;
import io.netty.handler.codec.quic.QuicSslContextBuilder;
import io.netty.handler.codec.quic.QuicStreamChannel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;

/** A real client of HTTP/3 that trusts one CA alone. */
final class Http3Client implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;
  private static final int MOST = 1 << 20;

  private final Transport transport = Transport.start(1);
  private final QuicSslContext tls;
  private final long idleMillis;
  private final List<Channel> sockets = new ArrayList<>();

  /** An answer as it came, each octet of its body a character. */
  record Got(int status, Map<String, String> headers, String body) {}

  /**
   * With these habits.
   *
   * @param verifies whether the certificate has to name the host
   * @param idleMillis after how long without a datagram it gives up
   */
  Http3Client(X509Certificate ca, boolean verifies, long idleMillis) {
    this.idleMillis = idleMillis;
    tls =
        QuicSslContextBuilder.forClient()
            .trustManager(ca)
            .endpointIdentificationAlgorithm(verifies ? "HTTPS" : "")
            .applicationProtocols(Http3.supportedApplicationProtocols())
            .build();
  }

  private ChannelHandler codec(String serverName) {
    return Http3.newQuicClientCodecBuilder()
        .sslEngineProvider(
            channel -> tls.newEngine(PooledByteBufAllocator.DEFAULT, serverName, 443))
        .maxIdleTimeout(idleMillis, TimeUnit.MILLISECONDS)
        .initialMaxData(MOST)
        .initialMaxStreamDataBidirectionalLocal(MOST)
        .initialMaxStreamDataUnidirectional(65_536)
        .initialMaxStreamsUnidirectional(3)
        .build();
  }

  /** Shakes hands, naming this host; throws what ended the handshake. */
  QuicChannel connect(Endpoint to, String serverName) throws Exception {
    Channel socket =
        new Bootstrap()
            .group(transport.loops())
            .channel(transport.datagram())
            .handler(codec(serverName))
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly()
            .channel();
    sockets.add(socket);
    return QuicChannel.newBootstrap(socket)
        .handler(new Http3ClientConnectionHandler())
        .remoteAddress(to.toSocketAddress())
        .connect()
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** One request on a stream of its own. */
  Got get(QuicChannel connection, String authority, String path) throws Exception {
    Promise<Got> promise = connection.eventLoop().newPromise();
    QuicStreamChannel stream =
        Http3.newRequestStream(
                connection,
                new ChannelInitializer<QuicStreamChannel>() {
                  @Override
                  protected void initChannel(QuicStreamChannel made) {
                    made.pipeline().addLast(new Http3FrameToHttpObjectCodec(false));
                    made.pipeline().addLast(new HttpObjectAggregator(MOST));
                    made.pipeline().addLast(new Taking(promise));
                  }
                })
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    DefaultFullHttpRequest request =
        new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, path);
    request.headers().set(HttpHeaderNames.HOST, authority);
    stream.writeAndFlush(request).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return promise.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Opens a stream on which nothing is sent. */
  Future<QuicStreamChannel> hold(QuicChannel connection) {
    return Http3.newRequestStream(connection, new Http3FrameToHttpObjectCodec(false));
  }

  private static final class Taking extends SimpleChannelInboundHandler<FullHttpResponse> {
    private final Promise<Got> promise;

    Taking(Promise<Got> promise) {
      this.promise = promise;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpResponse response) {
      promise.trySuccess(
          new Got(
              response.status().code(),
              response.headers().entries().stream()
                  .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
              response.content().toString(StandardCharsets.ISO_8859_1)));
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      promise.tryFailure(new IllegalStateException("the stream ended without an answer"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      promise.tryFailure(cause);
    }
  }

  @Override
  public void close() {
    sockets.forEach(
        socket -> socket.close().awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS));
    transport.close();
  }
}
