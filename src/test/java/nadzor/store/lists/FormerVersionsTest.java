package nadzor.store.lists;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import nadzor.blocklist.Blocklist;
import nadzor.flow.NameView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of versions that a program of the time of format 1 left: one whole, one as a delta. */
class FormerVersionsTest {
  private static final Path FORMER = Path.of("test-data/lists/format-1");
  private static final List<String> FILES = List.of("000001.nbl", "000002.nbd", "history.jsonl");

  @TempDir Path directory;

  @BeforeEach
  void copy() throws IOException {
    for (String file : FILES) {
      Files.copy(FORMER.resolve(file), directory.resolve(file));
    }
  }

  private boolean isDue(String file) throws IOException {
    return new Renewal(directory.resolve(file)).isDue();
  }

  @Test
  void eachVersionIsRebuiltOnceFromItsEntries() throws IOException {
    assertTrue(isDue("000001.nbl") && isDue("000002.nbd"));
    ListFolder folder = new ListFolder(directory);
    Blocklist second = folder.read(2);
    assertEquals(folder.version(2).hash(), second.contentHash());
    assertEquals(1, second.orders(NameView.of("came.test")));
    assertEquals(Long.valueOf(2), folder.history().inForce().orElseThrow());
    assertFalse(isDue("000001.nbl") || isDue("000002.nbd"), "both stand anew");
    assertSame(second, folder.read(2), "and are read once");
    byte[] anew = Files.readAllBytes(directory.resolve("000002.nbd"));
    ListFolder later = new ListFolder(directory);
    assertEquals(folder.version(2).hash(), later.read(2).contentHash());
    assertEquals(folder.version(1).hash(), later.read(1).contentHash());
    assertArrayEquals(anew, Files.readAllBytes(directory.resolve("000002.nbd")));
    assertEquals(-1, Files.mismatch(FORMER.resolve(FILES.get(2)), directory.resolve(FILES.get(2))));
  }

  @Test
  void theNextVersionIsBuiltOnIt() throws IOException {
    ListFolder folder = new ListFolder(directory);
    Blocklist same = folder.read(1);
    Making making = new Making("a", Instant.EPOCH, "", List.of());
    assertEquals(3, folder.add(same, making).number());
    assertEquals(same.contentHash(), new ListFolder(directory).read(3).contentHash());
  }

  @Test
  void whatCannotBeRebuiltIsRefusedWithTheCommandThatBuildsIt() throws IOException {
    Path file = directory.resolve("000001.nbl");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    ListFolder folder = new ListFolder(directory);
    BadListFolder bad = assertThrows(BadListFolder.class, () -> folder.read(2));
    String said = String.valueOf(bad.getMessage());
    String command = "nadzor list build first.txt 'second list.txt' --lists " + directory;
    assertTrue(said.contains(command + "-rebuilt (its hash was "), said);
    assertTrue(isDue("000001.nbl"), "it is left as it was");
    Files.copy(FORMER.resolve("000001.nbl"), directory.resolve("again"));
    Files.move(directory.resolve("again"), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.write(directory.resolve("000002.nbd"), new byte[] {1, 2, 3});
    BadListFolder delta = assertThrows(BadListFolder.class, () -> folder.read(2));
    assertTrue(String.valueOf(delta.getMessage()).contains("nothing here says what"), "" + delta);
    assertEquals(72, folder.read(1).size());
  }
}
