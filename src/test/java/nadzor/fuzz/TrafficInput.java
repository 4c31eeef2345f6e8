package nadzor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.impact.traffic.BadTraffic;
import nadzor.impact.traffic.ClientGroups;
import nadzor.impact.traffic.Columns;
import nadzor.impact.traffic.Progress;
import nadzor.impact.traffic.QueryName;
import nadzor.impact.traffic.TrafficFile;
import nadzor.impact.traffic.TrafficFormat;
import nadzor.impact.traffic.TrafficSummary;

/**
 * What every reader of a traffic log promises, whatever the octets: requests that can be judged,
 * and a count of the rest; or a complaint that names the place. The same twice.
 */
final class TrafficInput {
  private static final ClientGroups GROUPS = new ClientGroups(1, 2);

  private TrafficInput() {}

  static void hold(TrafficFormat format, byte[] data) {
    try {
      Path file = Files.createTempFile("nadzor-fuzz-", ".log");
      try {
        Files.write(file, data);
        assertEquals(read(format, file), read(format, file));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> read(TrafficFormat format, Path file) throws IOException {
    List<String> told = new ArrayList<>();
    try {
      TrafficSummary.FileSummary summary =
          new TrafficFile(file, Optional.of(format), Columns.USUAL)
              .read(
                  GROUPS,
                  one -> {
                    assertEquals(Optional.of(one.name()), QueryName.of(one.name()), "one spelling");
                    assertTrue(one.count() > 0 && one.type() >= 0, "a request");
                    told.add(one.toString());
                  },
                  Progress.NONE);
      assertEquals(summary.rows(), told.size() + summary.skippedRows(), "all is accounted for");
      told.add(summary.toString());
    } catch (BadTraffic e) {
      assertTrue(String.valueOf(e.getMessage()).startsWith(file.toString()), e.getMessage());
      told.add(String.valueOf(e.getMessage()));
    }
    return told;
  }
}
