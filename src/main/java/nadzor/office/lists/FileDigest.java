package nadzor.office.lists;

import com.google.common.base.Throwables;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The SHA-256 of a file, worked out in a thread of its own while another reads what the file holds.
 * What is no regular file (a pipe gives its octets once) is read when the digest is asked for. Used
 * by one thread.
 */
final class FileDigest implements AutoCloseable {
  private final FutureTask<String> task;

  /** Begins. */
  FileDigest(Path file) {
    task = new FutureTask<>(() -> MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString());
    if (Files.isRegularFile(file)) {
      Thread thread = new Thread(task, "nadzor-digest");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /**
   * The digest in hexadecimal digits; waits for it.
   *
   * @throws IOException if the file cannot be read
   */
  String hex() throws IOException {
    task.run(); // does nothing where the thread does it
    try {
      return Objects.requireNonNull(Uninterruptibles.getUninterruptibly(task), "a digest");
    } catch (ExecutionException e) {
      Throwable cause = Throwables.getRootCause(e);
      Throwables.throwIfInstanceOf(cause, IOException.class);
      throw new IllegalStateException("a file's digest", cause);
    }
  }

  /** Reads no further. */
  @Override
  public void close() {
    task.cancel(true);
  }
}
