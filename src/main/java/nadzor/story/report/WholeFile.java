package nadzor.story.report;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A document that is only ever replaced as a whole: written beside its place, handed to the disk,
 * moved over the old one in one step. A kill or a full disk leaves the last whole version.
 */
public record WholeFile(Path path) {
  /** Where the next version grows. */
  Path part() {
    return path.resolveSibling("." + path.getFileName() + ".part");
  }

  /**
   * Puts the text in the place of the old one.
   *
   * @throws ReportFailure if it cannot be written
   */
  public void replace(String text) {
    try {
      fill(text.getBytes(StandardCharsets.UTF_8));
      Files.move(part(), path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw ReportFailure.of(path, withoutPart(e));
    }
  }

  private void fill(byte[] octets) throws IOException {
    try (FileOutputStream out = new FileOutputStream(part().toFile())) {
      out.write(octets);
      out.getFD().sync();
    }
  }

  private IOException withoutPart(IOException failure) {
    try {
      Files.deleteIfExists(part());
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }
}
