package nadzor.impact.traffic;

import java.io.IOException;
import java.io.InputStream;

/** Reads logs of one format. Stateless. */
@FunctionalInterface
interface TrafficReader {
  /**
   * Reads to the end.
   *
   * @throws java.io.EOFException if the log ends in the middle of a record; all before it was told
   * @throws BadTraffic if it cannot be read on
   */
  void read(InputStream in, Intake intake) throws IOException;
}
