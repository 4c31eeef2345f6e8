package nadzor.load;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A connection on which a client sends octet by octet, for half a minute if it is let, and the time
 * until the other side ends it. Thread-safe.
 */
final class Drip implements AutoCloseable {
  /** Opens a connection. */
  interface Way {
    Socket open() throws IOException;
  }

  /** So slow that a client with 300 octets would need half a minute. */
  private static final long PACE_MILLIS = 100;

  private static final int OCTETS = 300;
  private static final int FOREVER = 0;

  private final Socket socket;
  private final byte[] octets;
  private final long began;
  private final CompletableFuture<Duration> cut = new CompletableFuture<>();
  private final ScheduledFuture<?> timer;
  private int sent;

  private Drip(Socket socket, long began, byte[] octets, ScheduledExecutorService pace) {
    this.socket = socket;
    this.began = began;
    this.octets = octets;
    Thread reader = new Thread(this::read, "hears the end");
    reader.setDaemon(true);
    reader.start();
    timer = pace.scheduleAtFixedRate(this::send, 0, PACE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Begins.
   *
   * @param before sent at once
   * @param octets sent one by one, from their start again when they are through
   */
  static Drip begin(Way way, byte[] before, byte[] octets, ScheduledExecutorService pace)
      throws IOException {
    long began = System.nanoTime();
    Socket socket = way.open();
    socket.setSoTimeout(FOREVER);
    socket.getOutputStream().write(before);
    return new Drip(socket, began, octets, pace);
  }

  private void send() {
    try {
      if (octets.length > 0 && sent < OCTETS) {
        socket.getOutputStream().write(octets[sent++ % octets.length]);
      }
    } catch (IOException e) {
      timer.cancel(false); // the reader tells
    }
  }

  private void read() {
    try {
      while (socket.getInputStream().read() >= 0) {
        // A last word, as settings or an alert.
      }
    } catch (IOException e) {
      // A RST is an end as well.
    }
    cut.complete(Duration.ofNanos(System.nanoTime() - began));
  }

  /** How long it lived, once the other side has ended it. */
  CompletableFuture<Duration> cut() {
    return cut;
  }

  @Override
  public void close() throws IOException {
    timer.cancel(false);
    socket.close();
  }
}
