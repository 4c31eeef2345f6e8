package nadzor.store.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.BlocklistBuilder;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListFolderTest {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  private static final Making MAKING =
      new Making("a", AT, "a \"note\"\n", List.of(new SourceFile("x.txt", "00")));

  @TempDir Path directory;
  private ListFolder folder = new ListFolder(Path.of("unset"));

  @BeforeEach
  void open() {
    folder = new ListFolder(directory.resolve("lists"));
  }

  private static Blocklist list(int from, int to) {
    BlocklistBuilder builder = new BlocklistBuilder();
    IntStream.range(from, to)
        .forEach(i -> builder.add("n" + i + ".test", Measure.BLOCK, new Reason.OfList("x", i + 1)));
    return builder.build(0);
  }

  private Path file(String name) {
    return directory.resolve("lists").resolve(name);
  }

  @Test
  void versionsAreKeptWholeOrAsDeltasAndReadAgain() throws IOException {
    ListVersion first = folder.add(list(0, 2000), MAKING);
    ListVersion little = folder.add(list(1, 2002), MAKING);
    ListVersion other = folder.add(list(500, 600), MAKING);
    assertEquals(List.of(false, true, false), kept(first, little, other));
    assertEquals(2, little.changes().added());
    assertEquals(1, little.changes().removed());
    assertEquals(Optional.of(2L), other.parent());
    assertEquals(list(1, 2002).contentHash(), folder.read(2).contentHash());
    assertEquals(2, folder.read(2).number());
    assertEquals(list(500, 600).contentHash(), folder.read(3).contentHash());
    assertTrue(Files.size(file("000002.nbd")) < Files.size(file("000001.nbl")) / 4);
    ListHistory again = new ListFolder(directory.resolve("lists")).history();
    assertEquals(List.of(first, little, other), again.versions());
  }

  private static List<Boolean> kept(ListVersion... versions) {
    return Arrays.stream(versions).map(ListVersion::isDelta).toList();
  }

  /** Whoever holds a version is given the same one again; its successor costs what it changes. */
  @Test
  void aVersionInUseIsReadOnceAsLongAsItsFilesStay() throws IOException {
    folder.add(list(0, 2000), MAKING);
    folder.add(list(1, 2002), MAKING);
    Blocklist first = folder.read(1);
    Blocklist second = folder.read(2);
    assertSame(first, folder.read(1));
    assertSame(second, folder.read(2));
    FileTime before = Files.getLastModifiedTime(file("000001.nbl"));
    Files.setLastModifiedTime(file("000001.nbl"), FileTime.from(before.toInstant().plusSeconds(1)));
    assertNotSame(first, folder.read(1));
    assertNotSame(second, folder.read(2), "it rests on that file");
    assertEquals(second.contentHash(), folder.read(2).contentHash());
  }

  @Test
  void longChainsOfDeltasEndInAWholeVersion() throws IOException {
    for (int i = 0; i < 20; i++) {
      folder.add(list(0, 100 + i), MAKING);
    }
    List<ListVersion> versions = folder.history().versions();
    assertEquals(2, versions.stream().filter(one -> !one.isDelta()).count());
    assertFalse(versions.get(17).isDelta());
    assertEquals(119, folder.read(20).size());
  }

  @Test
  void rollbacksGoBackStepByStep() throws IOException {
    IntStream.range(0, 3).forEach(i -> assertBuilt(list(0, 100 + i)));
    assertThrows(UnknownList.class, () -> folder.activate(4, "a", AT, ""));
    assertThrows(UnknownList.class, () -> folder.rollback("a", AT, ""));
    for (long number = 1; number <= 3; number++) {
      folder.activate(number, "a", AT, "");
    }
    assertEquals(2, folder.rollback("b", AT, "why").number());
    assertEquals(1, folder.rollback("b", AT, "").number());
    assertEquals(Optional.of(1L), folder.history().inForce());
    assertTrue(folder.rollback("b", AT, "").isOfNothing());
    assertEquals(Optional.empty(), folder.history().inForce());
    assertThrows(UnknownList.class, () -> folder.rollback("b", AT, ""));
    folder.activate(3, "a", AT, "");
    assertEquals(Optional.of(3L), folder.history().inForce());
    assertTrue(folder.rollback("b", AT, "").isOfNothing());
  }

  private void assertBuilt(Blocklist list) {
    try {
      assertEquals(list.size(), folder.add(list, MAKING).rules());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Whatever is broken is refused by its name, and what is in force stays so. */
  @ParameterizedTest
  @CsvSource({
    "000001.nbl, cut",
    "000001.nbl, flip",
    "000001.nbl, empty",
    "000001.nbl, gone",
    "000002.nbd, cut",
    "000002.nbd, flip",
    "000002.nbd, empty",
    "000002.nbd, gone"
  })
  void brokenFilesAreRefusedByName(String name, String how) throws IOException {
    folder.add(list(0, 100), MAKING);
    folder.add(list(0, 101), MAKING);
    folder.add(list(300, 400), MAKING);
    folder.activate(3, "a", AT, "");
    damage(file(name), how);
    IOException refused =
        assertThrows(IOException.class, () -> folder.activate(2, "a", AT, "because"));
    assertTrue(String.valueOf(refused.getMessage()).contains(name), refused.toString());
    assertEquals(Optional.of(3L), folder.history().inForce());
    assertEquals(100, folder.read(3).size());
  }

  private static void damage(Path file, String how) throws IOException {
    byte[] octets = Files.readAllBytes(file);
    Files.delete(file);
    switch (how) {
      case "cut" -> Files.write(file, Arrays.copyOf(octets, octets.length - 3));
      case "flip" -> {
        octets[octets.length / 2] ^= 1;
        Files.write(file, octets);
      }
      case "empty" -> Files.write(file, new byte[0]);
      default -> assertEquals("gone", how);
    }
  }

  @Test
  void anotherVersionsFileIsNotTaken() throws IOException {
    folder.add(list(0, 100), MAKING);
    folder.add(list(300, 400), MAKING);
    Files.delete(file("000002.nbl"));
    Files.copy(file("000001.nbl"), file("000002.nbl"));
    BadListFolder refused = assertThrows(BadListFolder.class, () -> folder.read(2));
    assertTrue(String.valueOf(refused.getMessage()).contains("000002.nbl"), refused.toString());
  }

  @Test
  void aHistoryThatWasChangedIsRefusedByItsLine() throws IOException {
    folder.add(list(0, 100), MAKING);
    folder.add(list(0, 101), MAKING);
    String history = Files.readString(file("history.jsonl"));
    Files.writeString(file("history.jsonl"), history.replaceFirst("\"by\":\"a\"", "\"by\":\"b\""));
    BadListFolder refused = assertThrows(BadListFolder.class, () -> folder.history());
    assertTrue(
        String.valueOf(refused.getMessage()).contains("history.jsonl: found in line 1"),
        refused.toString());
  }

  /** A crash anywhere in the last line leaves what was before, and a builder goes on from there. */
  @Test
  void aLineThatWasCutShortNeverCounted() throws IOException {
    folder.add(list(0, 100), MAKING);
    byte[] before = Files.readAllBytes(file("history.jsonl"));
    folder.add(list(0, 101), MAKING);
    byte[] after = Files.readAllBytes(file("history.jsonl"));
    for (int length = before.length; length < after.length; length += 7) {
      Files.write(file("history.jsonl"), Arrays.copyOf(after, length));
      assertEquals(1, folder.history().versions().size());
    }
    assertEquals(2, folder.add(list(0, 102), MAKING).number());
    assertEquals(102, folder.read(2).size());
    assertEquals(2, folder.history().versions().size());
  }

  @Test
  void oneWritesAtATime() throws IOException {
    folder.add(list(0, 100), MAKING);
    try (FileChannel channel = FileChannel.open(file("lock"), StandardOpenOption.WRITE)) {
      channel.lock();
      IOException refused = assertThrows(IOException.class, () -> folder.add(list(0, 101), MAKING));
      assertTrue(String.valueOf(refused.getMessage()).contains("writes here"), refused.toString());
    }
    assertEquals(2, folder.add(list(0, 101), MAKING).number());
    try (Stream<Path> files = Files.list(directory.resolve("lists"))) {
      assertEquals(
          List.of("000001.nbl", "000002.nbd", "history.jsonl", "lock"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void aFolderThatIsNotThereHasNoVersions() throws IOException {
    assertEquals(List.of(), folder.history().events());
    assertFalse(Files.exists(directory.resolve("lists")));
    assertEquals(
        "found list version 1, expected one that was built: there is none yet",
        assertThrows(UnknownList.class, () -> folder.read(1)).getMessage());
  }
}
