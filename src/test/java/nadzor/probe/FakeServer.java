package nadzor.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nadzor.flow.Endpoint;

/** Accepts on 127.0.0.1, port 0, and gives every connection to a script on a thread of its own. */
final class FakeServer implements AutoCloseable {
  /** What happens on a connection; it is closed when the script returns. */
  interface Script {
    void play(Socket socket) throws IOException;
  }

  private final ServerSocket listener;
  private final Script script;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  FakeServer(Script script) throws IOException {
    this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
  }

  FakeServer(ServerSocket listener, Script script) {
    this.listener = listener;
    this.script = script;
    daemon(this::accept);
  }

  Endpoint endpoint() {
    return new Endpoint(listener.getInetAddress(), listener.getLocalPort());
  }

  /** An endpoint where nobody listens. */
  static Endpoint nobody() throws IOException {
    try (FakeServer server = new FakeServer(socket -> {})) {
      return server.endpoint();
    }
  }

  private void accept() {
    try {
      while (!listener.isClosed()) {
        Socket socket = listener.accept();
        open.add(socket);
        daemon(() -> serve(socket));
      }
    } catch (IOException e) {
      // The listener was closed: the test is over.
      open.clear();
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      script.play(socket);
    } catch (IOException e) {
      // The client went away, as many tests make it do.
      open.remove(socket);
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "fake-server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
