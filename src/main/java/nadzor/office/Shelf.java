package nadzor.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import nadzor.store.StoreException;

/** Where journals are kept; a journal that is replaced is put aside, never lost. */
final class Shelf {
  private static final List<String> FILES = List.of("", "-wal", "-shm");

  private Shelf() {}

  /**
   * Makes room for a new journal in a store that is closed.
   *
   * @throws Refusal if the store is a database server's, which nobody empties from here
   */
  static void putAside(String place) {
    requireFile(place);
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
    } catch (IOException e) {
      throw new Refusal(
          Refusal.Kind.UNAVAILABLE, "", "store " + place + ": " + e, "a file that can be moved");
    }
  }

  static void requireFile(String place) {
    if (place.startsWith("jdbc:")) {
      throw Refusal.of(
          "", "a journal in a database server", "a file, or a new database and a new start");
    }
  }

  /** Opens, or says what is wrong. */
  static Records open(String place, nadzor.registry.Catalogue base) {
    try {
      return new Records(place, base);
    } catch (StoreException e) {
      throw Records.unavailable(e);
    }
  }
}
