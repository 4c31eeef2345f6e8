package nadzor.story.report;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file of lines that only grows; one run at a time holds it. What is appended at once comes whole
 * or, if the disk refuses, not at all (a kill within the write may leave the last line short). Not
 * thread-safe. No channel is written to: an interrupt would close it.
 */
final class Lines implements AutoCloseable {
  private final Path path;
  private final RandomAccessFile file;

  private Lines(Path path, RandomAccessFile file) {
    this.path = path;
    this.file = file;
  }

  /** Opens the file and empties it. */
  static Lines create(Path path) {
    try {
      RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
      Lines lines = new Lines(path, file);
      lines.claim();
      return lines;
    } catch (IOException e) {
      throw ReportFailure.of(path, e);
    }
  }

  private void claim() throws IOException {
    if (lock().isEmpty()) {
      file.close();
      throw new ReportFailure("cannot write " + path + ": another run writes to it");
    }
    file.setLength(0);
  }

  private Optional<FileLock> lock() throws IOException {
    try {
      return Optional.ofNullable(file.getChannel().tryLock());
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    }
  }

  /** Appends the lines, each with its LF already, and hands them to the disk. */
  void append(List<String> lines) {
    try {
      append(String.join("", lines).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw ReportFailure.of(path, e);
    }
  }

  private void append(byte[] octets) throws IOException {
    long before = file.length();
    try {
      file.seek(before);
      file.write(octets);
      file.getFD().sync();
    } catch (IOException e) {
      file.setLength(before);
      throw e;
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw ReportFailure.of(path, e);
    }
  }
}
