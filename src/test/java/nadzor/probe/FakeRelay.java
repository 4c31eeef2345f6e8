package nadzor.probe;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import nadzor.flow.Endpoint;

/** An HTTP proxy that takes CONNECT to wherever and leads to one server. */
final class FakeRelay implements FakeServer.Script {
  private final String answer;
  private final Endpoint inner;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  FakeRelay(String answer, Endpoint inner) {
    this.answer = answer;
    this.inner = inner;
  }

  static FakeRelay to(Endpoint inner) {
    return new FakeRelay("HTTP/1.1 200 Connected\r\n\r\n", inner);
  }

  /** The heads of requests. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void play(Socket client) throws IOException {
    asked.add(head(client.getInputStream()));
    client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    try (Socket server = new Socket(inner.address(), inner.port())) {
      server.setTcpNoDelay(true);
      Pipe.start(server, client);
      client.getInputStream().transferTo(server.getOutputStream());
    }
  }

  /** Octets until an empty line. */
  static String head(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      int octet = in.read();
      if (octet < 0) {
        throw new IOException("no whole head");
      }
      text.append((char) octet);
    }
    return text.toString();
  }
}
