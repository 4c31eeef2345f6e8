package nadzor.impact;

import java.io.IOException;
import java.nio.file.Path;
import nadzor.blocklist.Measure;

/** Reads a list that somebody ships into a version. Stateless. */
@FunctionalInterface
public interface ListSource {
  /**
   * Reads and compiles.
   *
   * @param measure what a list means that orders nothing itself
   * @param number the version's number
   * @throws IOException if it cannot be used; the message names file and line
   */
  ListVersion read(Path file, Measure measure, long number) throws IOException;
}
