package nadzor.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What came once, kept in a file that only its owner may read, to be read twice; deleted at the
 * end.
 */
final class Spool implements AutoCloseable {
  private final Path file;

  private Spool(Path file) {
    this.file = file;
  }

  static Spool of(InputStream source) throws IOException {
    Spool spool = new Spool(Files.createTempFile("nadzor-list-", ".spool"));
    try {
      Files.copy(source, spool.file, StandardCopyOption.REPLACE_EXISTING);
      return spool;
    } catch (IOException e) {
      spool.close();
      throw e;
    }
  }

  /** Where it is kept. */
  Path file() {
    return file;
  }

  InputStream open() throws IOException {
    return Files.newInputStream(file);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
