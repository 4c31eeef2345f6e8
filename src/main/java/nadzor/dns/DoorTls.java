package nadzor.dns;

import io.netty.channel.Channel;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;

/**
 * TLS 1.2 and 1.3 of the JDK for one door. A client that offers no ALPN, or none that is known
 * here, is served all the same. Thread-safe.
 */
final class DoorTls {
  private static final long CLOSING_MILLIS = 1000;

  private final SslContext context;
  private final Duration patience;

  private DoorTls(SslContext context, Duration patience) {
    this.context = context;
    this.patience = patience;
  }

  /**
   * @param patience how long a handshake may take
   * @param protocols what ALPN may choose, the dearest first
   * @throws IOException if key and certificate do not go together
   */
  static DoorTls of(ResolverDoors.Secure doors, Duration patience, String... protocols)
      throws IOException {
    X509Certificate[] chain = doors.chain().toArray(X509Certificate[]::new);
    return new DoorTls(
        SslContextBuilder.forServer(doors.key(), chain)
            .sslProvider(SslProvider.JDK)
            .protocols("TLSv1.3", "TLSv1.2")
            .applicationProtocolConfig(
                new ApplicationProtocolConfig(
                    Protocol.ALPN,
                    SelectorFailureBehavior.NO_ADVERTISE,
                    SelectedListenerFailureBehavior.ACCEPT,
                    protocols))
            .build(),
        patience);
  }

  /** For one connection. */
  SslHandler newHandler(Channel channel) {
    SslHandler handler = context.newHandler(channel.alloc());
    handler.setHandshakeTimeoutMillis(patience.toMillis());
    handler.setCloseNotifyFlushTimeoutMillis(CLOSING_MILLIS);
    return handler;
  }
}
