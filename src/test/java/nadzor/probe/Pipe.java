package nadzor.probe;

import java.io.IOException;
import java.net.Socket;

/** Carries octets from one socket to another until one of them ends. */
final class Pipe {
  private Pipe() {}

  static void start(Socket from, Socket to) {
    Thread thread = new Thread(() -> run(from, to), "pipe");
    thread.setDaemon(true);
    thread.start();
  }

  static void run(Socket from, Socket to) {
    try (to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One side went away; so does the other.
      assert to.isClosed();
    }
  }
}
