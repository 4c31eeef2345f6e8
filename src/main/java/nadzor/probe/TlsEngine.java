package nadzor.probe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.StandardConstants;
import javax.net.ssl.TrustManager;

/** Makes the TLS client for one connection: no session of another visit is ever resumed. */
final class TlsEngine {
  /** A name as it shall stand, which the JDK's SNIHostName would refuse to write with a dot. */
  private static final class WrittenName extends SNIServerName {
    WrittenName(String text) {
      super(StandardConstants.SNI_HOST_NAME, text.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private TlsEngine() {}

  static SSLEngine create(PeerCheck check, Optional<String> serverName) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {check}, null);
      SSLEngine engine = context.createSSLEngine();
      engine.setUseClientMode(true);
      SSLParameters parameters = engine.getSSLParameters();
      parameters.setServerNames(
          serverName
              .<List<SNIServerName>>map(name -> List.of(new WrittenName(name)))
              .orElse(List.of()));
      engine.setSSLParameters(parameters);
      return engine;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot speak TLS", e);
    }
  }
}
