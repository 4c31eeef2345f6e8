package nadzor.censor;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/** First flights that a real TLS client writes. */
public final class Hellos {
  private Hellos() {}

  public static byte[] of(String serverName) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, null, null);
      SSLEngine engine = context.createSSLEngine();
      engine.setUseClientMode(true);
      SSLParameters parameters = engine.getSSLParameters();
      parameters.setServerNames(
          serverName.isEmpty() ? List.of() : List.of(new SNIHostName(serverName)));
      engine.setSSLParameters(parameters);
      ByteBuffer flight = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
      engine.wrap(ByteBuffer.allocate(0), flight);
      return Arrays.copyOf(flight.array(), flight.position());
    } catch (GeneralSecurityException | SSLException e) {
      throw new IllegalStateException(e);
    }
  }
}
