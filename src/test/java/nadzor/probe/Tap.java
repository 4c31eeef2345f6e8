package nadzor.probe;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nadzor.flow.Endpoint;

/**
 * Lies on the wire before a server, writes down every segment that a client sends and passes it on.
 * As the probe's patience it waits until what was sent has been read, so that segments stay apart
 * on a machine of any speed.
 */
final class Tap implements FakeServer.Script {
  private static final int CHANGE_CIPHER_SPEC = 20;

  private final Endpoint inner;
  private final boolean tolerant;
  private final List<byte[]> segments = new CopyOnWriteArrayList<>();
  private final Semaphore read = new Semaphore(0);

  /**
   * @param tolerant whether a record before a ClientHello is kept from the server
   */
  Tap(Endpoint inner, boolean tolerant) {
    this.inner = inner;
    this.tolerant = tolerant;
  }

  /** What the first client sent, as it was read. */
  List<byte[]> segments() {
    return List.copyOf(segments);
  }

  /** All of it. */
  byte[] sent() {
    return Octets.join(segments.toArray(byte[][]::new));
  }

  /** Waits for a segment to be read. */
  void rest(Duration length) throws InterruptedException {
    if (!read.tryAcquire(20, TimeUnit.SECONDS)) {
      throw new AssertionError("nobody read for " + length);
    }
  }

  @Override
  public void play(Socket client) throws IOException {
    try (Socket server = new Socket(inner.address(), inner.port())) {
      server.setTcpNoDelay(true);
      Pipe.start(server, client);
      boolean first = true;
      for (byte[] each = Scripts.first(client.getInputStream());
          each.length > 0;
          each = Scripts.first(client.getInputStream())) {
        segments.add(each);
        byte[] kept = first && tolerant ? withoutStranger(each) : each;
        first = false;
        server.getOutputStream().write(kept);
        read.release();
      }
    }
  }

  private static byte[] withoutStranger(byte[] segment) {
    int end = 5 + ((segment[3] & 0xff) << 8 | (segment[4] & 0xff));
    boolean stranger = segment[0] == CHANGE_CIPHER_SPEC || segment[0] < 0;
    return !stranger ? segment : Arrays.copyOfRange(segment, end, segment.length);
  }
}
