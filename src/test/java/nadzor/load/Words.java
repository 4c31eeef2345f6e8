package nadzor.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import nadzor.flow.Endpoint;

/** What clients say. */
final class Words {
  private Words() {}

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** A CONNECT to a name, at the port of this origin. */
  static byte[] connect(String name, Endpoint origin) {
    return ascii("CONNECT " + name + ":" + origin.port() + " HTTP/1.1\r\n\r\n");
  }

  /** The head of a DNS query over HTTPS with a body of so many octets. */
  static byte[] post(int length) {
    return ascii(
        """
        POST /dns-query HTTP/1.1
        Host: resolver.nadzor.test
        Content-Type: application/dns-message
        Content-Length: %d

        """
            .formatted(length)
            .replace("\n", "\r\n"));
  }

  /** Reads up to and with the next empty line, or to the end. */
  static String head(Socket socket) throws IOException {
    return head(socket.getInputStream());
  }

  /** As the other. */
  static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int octet = in.read();
      if (octet < 0) {
        return head.toString();
      }
      head.append((char) octet);
    }
    return head.toString();
  }
}
