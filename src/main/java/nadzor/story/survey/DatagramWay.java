package nadzor.story.survey;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import nadzor.flow.Endpoint;

/** Asks a network's proxy whether it carries datagrams: SOCKS5 UDP ASSOCIATE, RFC 1928. */
final class DatagramWay {
  private static final int PATIENCE_MILLIS = 2_000;
  private static final byte[] GREETING = {5, 1, 0};
  private static final byte[] NO_AUTHENTICATION = {5, 0};
  private static final byte[] ASSOCIATE = {5, 3, 0, 1, 0, 0, 0, 0, 0, 0};

  private DatagramWay() {}

  /** Whether it does; what cannot be asked does not. */
  static boolean isOffered(Endpoint proxy) {
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(new InetSocketAddress(proxy.address(), proxy.port()), PATIENCE_MILLIS);
      socket.getOutputStream().write(GREETING);
      InputStream in = socket.getInputStream();
      if (!Arrays.equals(in.readNBytes(2), NO_AUTHENTICATION)) {
        return false;
      }
      socket.getOutputStream().write(ASSOCIATE);
      byte[] reply = in.readNBytes(2);
      return reply.length == 2 && reply[1] == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
