package nadzor.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nadzor.flow.Endpoint;

/** A server behind the proxy, on a port of its own, that behaves in one way. Thread-safe. */
final class Origin implements AutoCloseable {
  /** What it does with a connection; how that ends is nobody's business. */
  private interface Manner {
    void serve(Socket socket) throws IOException;
  }

  private static final int BACKLOG = 4_096;
  private static final int CHUNK = 16 * 1024;

  private final ServerSocket listener;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "origin");
            thread.setDaemon(true);
            return thread;
          });
  private final Set<Socket> here = ConcurrentHashMap.newKeySet();
  private final List<SocketChannel> fillers = new ArrayList<>();

  private Origin(int backlog) throws IOException {
    listener = new ServerSocket(0, backlog, InetAddress.getLoopbackAddress());
  }

  private static Origin of(Manner manner) throws IOException {
    Origin origin = new Origin(BACKLOG);
    origin.threads.execute(() -> origin.accept(manner));
    return origin;
  }

  /** Says what it hears. */
  static Origin echoing() throws IOException {
    return of(socket -> socket.getInputStream().transferTo(socket.getOutputStream()));
  }

  /** Says nothing, and stays. */
  static Origin holding() throws IOException {
    return of(
        socket -> socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream()));
  }

  /** Talks without end. */
  static Origin pouring() throws IOException {
    byte[] chunk = new byte[CHUNK];
    return of(
        socket -> {
          while (true) {
            socket.getOutputStream().write(chunk);
          }
        });
  }

  /** Resets after so many octets said, once it has heard one, or at once where it says none. */
  static Origin resetting(int octets) throws IOException {
    return of(
        socket -> {
          if (octets > 0 && socket.getInputStream().read() >= 0) {
            socket.getOutputStream().write(new byte[octets]);
          }
          socket.setSoLinger(true, 0);
        });
  }

  /** The kernel takes its connections; it never does. */
  static Origin neverAccepting() throws IOException {
    return new Origin(BACKLOG);
  }

  /** Not even the kernel answers: its queue is full. */
  static Origin deaf() throws IOException {
    Origin origin = new Origin(1);
    for (int i = 0; i < 4; i++) { // what the queue of one takes on Linux, and more
      SocketChannel filler = SocketChannel.open();
      filler.configureBlocking(false);
      filler.setOption(StandardSocketOptions.SO_LINGER, 0);
      filler.connect(new InetSocketAddress(origin.listener.getInetAddress(), origin.port()));
      origin.fillers.add(filler);
    }
    return origin;
  }

  private int port() {
    return listener.getLocalPort();
  }

  Endpoint address() {
    return Endpoint.of("127.0.0.1", port());
  }

  /** How many connections it has now. */
  int connections() {
    return here.size();
  }

  private void accept(Manner manner) {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        here.add(socket);
        threads.execute(() -> serve(manner, socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Manner manner, Socket socket) {
    try (socket) {
      manner.serve(socket);
    } catch (IOException e) {
      // The other side has left, as it may.
    } finally {
      here.remove(socket);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (SocketChannel filler : fillers) {
      filler.close();
    }
    for (Socket socket : here) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
