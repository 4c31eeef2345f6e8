package nadzor.office.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDigestTest {
  /** FIPS 180-4, the example of one block. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir private Path folder;

  @Test
  void itIsThatOfTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "abc");
    try (FileDigest digest = new FileDigest(file)) {
      assertEquals(ABC, digest.hex());
    }
  }

  /** As a pipe, this file would give its octets only once. */
  @Test
  void whatIsNoRegularFileIsNotTouchedBeforeItIsAskedFor() throws IOException {
    Path file = folder.resolve("a");
    try (FileDigest digest = new FileDigest(file)) {
      Files.writeString(file, "abc");
      assertEquals(ABC, digest.hex());
    }
  }

  @Test
  void aFileThatCannotBeReadIsSaidAsSuch() {
    try (FileDigest digest = new FileDigest(folder.resolve("none"))) {
      assertThrows(NoSuchFileException.class, digest::hex);
    }
  }

  @Test
  void whatIsClosedReadsNoMore() {
    FileDigest digest = new FileDigest(folder.resolve("none"));
    digest.close();
    assertThrows(CancellationException.class, digest::hex);
  }
}
