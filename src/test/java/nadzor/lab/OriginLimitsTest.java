package nadzor.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import nadzor.flow.Endpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that misbehave, on sockets. */
class OriginLimitsTest {
  private static final HttpLimits TIGHT =
      new HttpLimits(
          2, 8192, Duration.ofMillis(200), Duration.ofSeconds(30), Duration.ofSeconds(30));

  private final TestLaboratory laboratory;

  OriginLimitsTest(@TempDir Path directory) throws IOException {
    laboratory = new TestLaboratory(directory, TIGHT);
  }

  @AfterEach
  void stop() {
    laboratory.close();
  }

  private static Socket connect(Endpoint to) throws IOException {
    Socket socket = new Socket(to.address(), to.port());
    socket.setSoTimeout(10_000);
    return socket;
  }

  /** Octets, ISO 8859-1, that do not make a handshake. */
  @ParameterizedTest
  @ValueSource(strings = {"", "\u0016\u0003\u0001\u0002\u0000\u0001", "GET / HTTP/1.1\r\n\r\n"})
  void noHandshakeIsClosed(String octets) throws Exception {
    try (Socket socket = connect(laboratory.bound("facebook.com", 443))) {
      socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
      socket.getInputStream().readAllBytes(); // ends: an alert perhaps, then the close
    }
    assertEquals(0, laboratory.curl("-o", "/dev/null", "https://facebook.com/").code());
  }

  @Test
  void closingEndsConnectionsAndListening() throws Exception {
    Endpoint bound = laboratory.bound("facebook.com", 80);
    try (Socket socket = connect(bound)) {
      String request = "GET / HTTP/1.1\r\nHost: facebook.com\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      assertTrue(socket.getInputStream().read() >= 0);
      laboratory.closeOrigins();
      laboratory.closeOrigins();
      socket.getInputStream().readAllBytes();
    }
    assertThrows(ConnectException.class, () -> connect(bound).close());
  }
}
