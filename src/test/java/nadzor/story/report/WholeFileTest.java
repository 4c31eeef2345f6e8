package nadzor.story.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path folder;

  @Test
  void aLeftoverOfAKillIsOverwritten() throws IOException {
    WholeFile file = new WholeFile(folder.resolve("matrix.json"));
    Files.writeString(file.part(), "a half that is longer than the whole");
    file.replace("whole");
    assertEquals("whole", Files.readString(file.path()));
    assertFalse(Files.exists(file.part()));
  }

  @Test
  void aFullDiskLeavesTheOldVersionAndNoPart() throws IOException {
    WholeFile file = new WholeFile(folder.resolve("matrix.json"));
    file.replace("old");
    Path full = Path.of("/dev/full");
    Files.createSymbolicLink(file.part(), full);
    ReportFailure failure = assertThrows(ReportFailure.class, () -> file.replace("new"));
    assertEquals("cannot write " + file.path() + ": No space left on device", failure.getMessage());
    assertEquals("old", Files.readString(file.path()));
    assertFalse(Files.exists(file.part()));
  }
}
