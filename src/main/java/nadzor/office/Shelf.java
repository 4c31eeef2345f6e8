package nadzor.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import nadzor.store.StoreException;

/**
 * Where journals are kept; a journal that is replaced is put aside, never lost. Immutable.
 *
 * @param place a path of a SQLite file, or {@code jdbc:postgresql://...}
 * @param image the file of the image that a start goes on from
 * @param version the file of a version that goes with it
 */
record Shelf(String place, Path image, Path version) {
  private static final List<String> FILES = List.of("", "-wal", "-shm");

  /**
   * Makes room for a new journal in a store that is closed.
   *
   * @throws Refusal if the store is a database server's, which nobody empties from here
   */
  void putAside() {
    requireFile();
    Path file = Path.of(place);
    String stamp = ".until-" + Instant.now().toEpochMilli();
    try {
      for (String suffix : FILES) {
        Path from = file.resolveSibling(file.getFileName() + suffix);
        if (Files.exists(from)) {
          Path to = file.resolveSibling(file.getFileName() + stamp + suffix);
          Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }
      }
      Files.deleteIfExists(image);
      Files.deleteIfExists(version);
    } catch (IOException e) {
      throw new Refusal(
          Refusal.Kind.UNAVAILABLE, "", "store " + place + ": " + e, "a file that can be moved");
    }
  }

  void requireFile() {
    if (place.startsWith("jdbc:")) {
      throw Refusal.of(
          "", "a journal in a database server", "a file, or a new database and a new start");
    }
  }

  /** Opens, or says what is wrong. */
  Records open(nadzor.registry.Catalogue base) {
    try {
      return new Records(this, base);
    } catch (StoreException e) {
      throw Records.unavailable(e);
    }
  }
}
