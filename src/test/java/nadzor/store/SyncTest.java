package nadzor.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calls of a writing process, traced: its log is synced before it acknowledges. */
class SyncTest {
  private static final int RECORDS = 5;

  @Test
  void anAcknowledgementComesAfterTheDiskHasIt(@TempDir Path directory) throws Exception {
    Path trace = directory.resolve("trace");
    String shell =
        "exec strace -f -y -s 32 -e trace=write,pwrite64,fsync,fdatasync -o " + trace + " \"$@\"";
    try (Child child = Child.within(shell, directory.resolve("nadzor.db"), 1, RECORDS)) {
      List<String> said = new ArrayList<>();
      while (said.size() <= RECORDS) {
        said.add(child.says().orElse("it has ended"));
      }
      assertEquals("ack " + RECORDS, said.get(RECORDS));
      assertEquals(0, child.ended());
    }
    List<String> acknowledged = new ArrayList<>();
    boolean written = false;
    boolean synced = true;
    for (String call : Files.readAllLines(trace)) {
      if (call.contains("-wal>") && call.contains("pwrite64(")) {
        written = true;
        synced = false;
      } else if (call.contains("-wal>") && call.contains("sync(") && call.contains("= 0")) {
        synced = true;
      } else if (call.contains("write(1") && call.contains("\"ack ")) {
        assertTrue(written, "the log was written before: " + call);
        assertTrue(synced, "the log was synced before: " + call);
        acknowledged.add(call);
        written = false;
      }
    }
    assertEquals(RECORDS, acknowledged.size());
  }
}
