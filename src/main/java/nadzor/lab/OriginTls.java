package nadzor.lab;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/**
 * TLS of one origin address: TLS 1.2 and 1.3 of the JDK, one certificate whatever the client names,
 * records of at most {@value #MAX_RECORD} octets (a throttled client then sees steady progress, and
 * a record crosses a segment's virtual border seldom). Thread-safe.
 */
final class OriginTls {
  /** The largest record with its header, in octets. */
  static final int MAX_RECORD = 1024;

  /** Header and longest trailer of a record; TLS 1.2 with CBC has 85 octets of them, GCM 29. */
  private static final int OVERHEAD = 96;

  private final SslContext context;

  private final boolean tolerant;

  private OriginTls(SslContext context, boolean tolerant) {
    this.context = context;
    this.tolerant = tolerant;
  }

  /**
   * With this certificate, and nothing of the CA's: the client has that already.
   *
   * @param tolerant passes over octets before the ClientHello
   */
  static OriginTls of(OriginCertificate certificate, boolean tolerant) throws IOException {
    JdkServerNames.ignore();
    return new OriginTls(
        SslContextBuilder.forServer(certificate.key(), certificate.certificate())
            .sslProvider(SslProvider.JDK)
            .protocols("TLSv1.3", "TLSv1.2")
            .applicationProtocolConfig(
                new ApplicationProtocolConfig(
                    Protocol.ALPN,
                    SelectorFailureBehavior.NO_ADVERTISE,
                    SelectedListenerFailureBehavior.ACCEPT,
                    ApplicationProtocolNames.HTTP_1_1))
            .build(),
        tolerant);
  }

  /** Puts TLS at the end of one connection's pipeline. */
  void addTo(ChannelPipeline pipeline, HttpLimits limits) {
    if (tolerant) {
      pipeline.addLast(new TolerantStart());
    }
    pipeline.addLast(newHandler(pipeline.channel().alloc(), limits));
  }

  private SslHandler newHandler(ByteBufAllocator buffers, HttpLimits limits) {
    SslHandler handler = context.newHandler(buffers);
    limitRecords(handler.engine());
    handler.setWrapDataSize(MAX_RECORD - OVERHEAD);
    handler.setHandshakeTimeoutMillis(limits.handshake().toMillis());
    return handler;
  }

  /**
   * The handshake's records too. A packet size that stays set would also refuse larger records of
   * the client, and a ClientHello with padding or a post-quantum key share is larger. So it is set,
   * which the engine hands on to what writes, and taken back to 0, the implicit size, which it does
   * not hand on. Where a JDK comes to do so, only a handshake's records grow: a test tells.
   */
  private static void limitRecords(SSLEngine engine) {
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setMaximumPacketSize(MAX_RECORD);
    engine.setSSLParameters(parameters);
    parameters.setMaximumPacketSize(0);
    engine.setSSLParameters(parameters);
  }
}
