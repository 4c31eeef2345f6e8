package nadzor.probe;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** DNS over HTTP as RFC 8484 has it; the TLS around it is somebody else's. */
final class FakeDoh implements FakeServer.Script {
  private final Function<byte[], byte[]> resolver;
  private final List<String> heads = new CopyOnWriteArrayList<>();

  FakeDoh(Function<byte[], byte[]> resolver) {
    this.resolver = resolver;
  }

  /** The heads of requests. */
  List<String> heads() {
    return List.copyOf(heads);
  }

  @Override
  public void play(Socket socket) throws IOException {
    String head = FakeRelay.head(socket.getInputStream());
    heads.add(head);
    byte[] answer = resolver.apply(question(head, socket));
    String start =
        "HTTP/1.1 200 OK\r\nContent-Type: application/dns-message\r\nContent-Length: "
            + answer.length
            + "\r\n\r\n";
    socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(answer);
  }

  private static byte[] question(String head, Socket socket) throws IOException {
    if (head.startsWith("GET /dns-query?dns=")) {
      String encoded = head.substring("GET /dns-query?dns=".length(), head.indexOf(" HTTP/"));
      return Base64.getUrlDecoder().decode(encoded);
    }
    int at = head.indexOf("Content-Length: ") + "Content-Length: ".length();
    int length = Integer.parseInt(head.substring(at, head.indexOf("\r\n", at)));
    return socket.getInputStream().readNBytes(length);
  }
}
