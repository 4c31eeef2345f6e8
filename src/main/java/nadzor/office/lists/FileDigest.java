package nadzor.office.lists;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nadzor.exchange.BlockInput;

/**
 * The SHA-256 of octets as they are read, so of a pipe too, which gives them once; worked out in a
 * thread of its own, a buffer behind the reading, or in none where one buffer holds them all. Used
 * once, by one thread.
 */
final class FileDigest implements AutoCloseable {
  static final int BUFFER = 1 << 18;

  private final Hasher hasher = Hashing.sha256().newHasher();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          new ThreadFactoryBuilder().setNameFormat("nadzor-digest").setDaemon(true).build());
  private byte[] filling = new byte[BUFFER];
  private byte[] spare = new byte[BUFFER];
  private int filled;
  private Future<?> behind = Futures.immediateVoidFuture();

  /** The same octets, each of which counts once it is read from there. */
  InputStream of(InputStream source) {
    return new Counted(source);
  }

  private void add(byte[] from, int offset, int length) {
    int taken = 0;
    while (taken < length) {
      int count = Math.min(length - taken, BUFFER - filled);
      System.arraycopy(from, offset + taken, filling, filled, count);
      taken += count;
      filled += count;
      if (filled == BUFFER) {
        handOver();
      }
    }
  }

  private void handOver() {
    Futures.getUnchecked(behind);
    byte[] full = filling;
    filling = spare;
    spare = full;
    filled = 0;
    behind = thread.submit(() -> hasher.putBytes(full));
  }

  /** The digest of all that was read, in hexadecimal digits; asked for once. */
  String hex() {
    Futures.getUnchecked(behind);
    return hasher.putBytes(filling, 0, filled).hash().toString();
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  /** Skipping reads, too. */
  private final class Counted extends BlockInput {
    private final InputStream source;

    Counted(InputStream source) {
      this.source = source;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = source.read(into, offset, length);
      add(into, offset, Math.max(0, count));
      return count;
    }

    @Override
    public int available() throws IOException {
      return source.available();
    }

    @Override
    public void close() throws IOException {
      source.close();
    }
  }
}
