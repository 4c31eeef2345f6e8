package nadzor.probe;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.quic.InsecureQuicTokenHandler;
import io.netty.handler.codec.quic.QuicServerCodecBuilder;
import io.netty.handler.codec.quic.QuicSslContext;
import io.netty.handler.codec.quic.QuicSslContextBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import nadzor.flow.Endpoint;

/** A QUIC server that was not written here (quiche, through Netty). */
final class QuicServer implements AutoCloseable {
  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Channel channel;

  /**
   * @param retries whether it answers the first Initial by a Retry
   */
  QuicServer(KeyStore keys, boolean retries) throws GeneralSecurityException {
    PrivateKey key = (PrivateKey) keys.getKey("origin", TestCa.password());
    X509Certificate own = (X509Certificate) keys.getCertificate("origin");
    QuicSslContext context =
        QuicSslContextBuilder.forServer(key, null, own).applicationProtocols("h3").build();
    QuicServerCodecBuilder codec =
        new QuicServerCodecBuilder()
            .sslContext(context)
            .maxIdleTimeout(5, TimeUnit.SECONDS)
            .handler(new ChannelInboundHandlerAdapter())
            .streamHandler(new ChannelInboundHandlerAdapter());
    if (retries) {
      codec.tokenHandler(InsecureQuicTokenHandler.INSTANCE);
    }
    channel =
        new Bootstrap()
            .group(group)
            .channel(NioDatagramChannel.class)
            .handler(codec.build())
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly()
            .channel();
  }

  Endpoint endpoint() {
    return Endpoint.of((InetSocketAddress) channel.localAddress());
  }

  @Override
  public void close() {
    channel.close().syncUninterruptibly();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
