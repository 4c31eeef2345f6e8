package nadzor.store;

import java.io.IOException;
import java.nio.file.Path;
import nadzor.blocklist.BadVersionImage;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.VersionImage;

/** One version of a blocklist in one file, which is mapped into memory to be used. */
public final class VersionFile {
  private VersionFile() {}

  /**
   * Writes a version beside its place, brings it to the disk, and moves it there in one step: a
   * reader sees the former file or this one, and a version that has the former one mapped keeps it.
   *
   * @throws IOException if that fails; a former file is untouched
   */
  public static void write(Path file, Blocklist list) throws IOException {
    WholeFile.write(file, to -> VersionImage.write(list, to));
  }

  /**
   * Maps a file that {@link #write} wrote and opens the version in it. The mapping lasts as long as
   * the version is in use; meanwhile the file may be replaced or deleted, but must not be cut short
   * in place.
   *
   * @throws IOException if the file cannot be read
   * @throws BadVersionImage if it holds no sound version
   */
  public static Blocklist open(Path file) throws IOException {
    return VersionImage.openKept(WholeFile.map(file));
  }
}
