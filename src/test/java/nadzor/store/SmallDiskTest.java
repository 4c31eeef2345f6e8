package nadzor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that is full, or read-only, under a process that writes. */
class SmallDiskTest {
  @TempDir Path directory;

  /** What was said when the next record was not acknowledged, after so many that were. */
  private record Stop(long kept, String said) {
    void isBecauseItIsFull() {
      assertTrue(said.startsWith("failed FULL with " + kept + " records: "), kept + ": " + said);
    }
  }

  private static Stop fill(Child child) throws IOException {
    long kept = 0;
    String said = child.more();
    while (said.equals("ack " + (kept + 1))) {
      kept++;
      said = child.more();
    }
    return new Stop(kept, said);
  }

  @Test
  void aFullDisk() throws Exception {
    try (SmallDisk disk = SmallDisk.in(directory)) {
      Child child = disk.child();
      assertEquals("open 0", child.says().orElse("it has ended"));
      disk.ask("head -c 600000 /dev/zero >ballast");
      Stop stop = fill(child);
      stop.isBecauseItIsFull();
      assertTrue(stop.kept() > 0, "some records fitted");
      new Stop(stop.kept(), child.more()).isBecauseItIsFull();
      disk.ask("rm ballast");
      String tried = child.more();
      assertEquals("ack " + (stop.kept() + 1), tried.replaceAll("with.*", ""));
      disk.ask("cp nadzor.db* " + directory);
      holds(directory.resolve("nadzor.db"), stop.kept() + 1);
    }
  }

  private static void holds(Path file, long records) {
    try (KeptJournal journal = Kept.open(file)) {
      assertEquals(records, journal.entries().size());
      assertEquals(records, journal.source().verify(row -> {}).number());
    }
  }

  /** The directory, or the database alone. */
  @ParameterizedTest
  @ValueSource(strings = {"disk", "disk/nadzor.db"})
  void readOnlyAtTheStart(String what) throws Exception {
    Path file = Files.createDirectory(directory.resolve("disk")).resolve("nadzor.db");
    Kept.filled(file, 3);
    Path still = directory.resolve(what);
    String inside = String.format("mount --bind %1$s %1$s && mount -o remount,ro,bind %1$s", still);
    String shell = SmallDisk.namespace() + " sh -c '" + inside + " && exec \"$@\"' sh \"$@\"";
    try (Child child = Child.within(shell, file, 4, 1)) {
      String said = child.says().orElse("it has ended");
      assertTrue(said.startsWith("failed READ_ONLY store " + file + ": "), said);
      assertEquals("reads 3", child.says().orElse("it has ended"));
      assertEquals(0, child.ended());
    }
    holds(file, 3);
  }
}
