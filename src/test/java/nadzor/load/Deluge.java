package nadzor.load;

import java.io.IOException;
import java.net.Socket;

/** A client that asks and asks, up to a number, and never reads. */
final class Deluge implements AutoCloseable {
  private static final int QUESTIONS = 20_000;

  private final Socket socket;
  private final byte[] question;

  private Deluge(Socket socket, byte[] question) {
    this.socket = socket;
    this.question = question;
  }

  /** Begins on a thread of its own, which ends with the connection. */
  static Deluge begin(Socket socket, byte[] question) {
    Deluge deluge = new Deluge(socket, question);
    Thread thread = new Thread(deluge::ask, "asks and asks");
    thread.setDaemon(true);
    thread.start();
    return deluge;
  }

  private void ask() {
    try {
      for (int i = 0; i < QUESTIONS; i++) {
        socket.getOutputStream().write(question);
      }
    } catch (IOException e) {
      // Cut, as it should be.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
