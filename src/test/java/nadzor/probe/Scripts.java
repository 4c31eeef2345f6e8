package nadzor.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How fake servers behave. */
final class Scripts {
  private Scripts() {}

  /** RST at once. */
  static FakeServer.Script reset() {
    return socket -> socket.setSoLinger(true, 0);
  }

  /** RST after the first bytes came. */
  static FakeServer.Script resetAfterFirstBytes() {
    return socket -> {
      first(socket.getInputStream());
      socket.setSoLinger(true, 0);
    };
  }

  /** A clean close after all that came first was read. */
  static FakeServer.Script eof() {
    return socket -> first(socket.getInputStream());
  }

  /** Reads and never says a word. */
  static FakeServer.Script silence() {
    return socket -> drain(socket.getInputStream());
  }

  /** Says this after the first bytes came, and then nothing, but stays. */
  static FakeServer.Script say(byte[] octets) {
    return socket -> {
      first(socket.getInputStream());
      socket.getOutputStream().write(octets);
      drain(socket.getInputStream());
    };
  }

  static FakeServer.Script say(String latin1) {
    return say(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Says this after the first bytes came, and closes. */
  static FakeServer.Script sayAndClose(String latin1) {
    return socket -> {
      first(socket.getInputStream());
      socket.getOutputStream().write(latin1.getBytes(StandardCharsets.ISO_8859_1));
    };
  }

  /** Says the second text again and again for as long as somebody reads. */
  static FakeServer.Script endless(String once, String again) {
    return socket -> {
      first(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      out.write(once.getBytes(StandardCharsets.ISO_8859_1));
      byte[] more = again.repeat(4096).getBytes(StandardCharsets.ISO_8859_1);
      while (!socket.isClosed()) {
        out.write(more);
      }
    };
  }

  /** A page with its head. */
  static String page(int status, String title, String text) {
    String body = "<html><head><title>" + title + "</title></head><body>" + text + "</body></html>";
    return "HTTP/1.1 " + status + " Fine\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  static byte[] first(InputStream in) throws IOException {
    byte[] buffer = new byte[65_536];
    int count = in.read(buffer);
    return count < 0 ? new byte[0] : Arrays.copyOf(buffer, count);
  }

  static void drain(InputStream in) throws IOException {
    while (in.read() >= 0) {
      // Whatever it is.
    }
  }
}
