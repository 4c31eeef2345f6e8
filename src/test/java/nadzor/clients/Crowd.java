package nadzor.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import nadzor.flow.Endpoint;

/** Many connections to one listener, all of which say the same and then hold on. */
final class Crowd implements AutoCloseable {
  private static final int MOMENT_MILLIS = 1;

  private final List<Socket> sockets = new ArrayList<>();

  private Crowd() {}

  /** Opens them, and says on each what fits until its other end closes. */
  static Crowd of(int size, Endpoint listener, byte[] octets) {
    Crowd crowd = new Crowd();
    try {
      for (int i = 0; i < size; i++) {
        Socket socket = new Socket(listener.address(), listener.port());
        socket.setSoTimeout(MOMENT_MILLIS);
        crowd.sockets.add(socket);
        say(socket, octets);
      }
      return crowd;
    } catch (IOException e) {
      crowd.close();
      throw new UncheckedIOException(e);
    }
  }

  private static void say(Socket socket, byte[] octets) throws IOException {
    try {
      socket.getOutputStream().write(octets);
    } catch (SocketException e) {
      // Closed while it was still talking: as it should be for some.
    }
  }

  /** How many hear no end yet. */
  int open() {
    return (int) sockets.stream().filter(Crowd::isOpen).count();
  }

  private static boolean isOpen(Socket socket) {
    byte[] heard = new byte[4096];
    try {
      while (socket.getInputStream().read(heard) > 0) {
        // A last word, as a 400.
      }
      return false;
    } catch (SocketTimeoutException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
