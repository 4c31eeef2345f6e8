package nadzor.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nadzor.registry.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Export and import: byte for byte, whole or not at all, bad lines by their place. */
class TransferTest {
  @TempDir Path directory;
  private Path file = Path.of("nadzor.db");

  @BeforeEach
  void fill() {
    file = directory.resolve("nadzor.db");
    try (KeptJournal journal = Kept.open(file)) {
      for (Entry entry : entries()) {
        journal.append("a \"teacher\" 😀", entry);
      }
    }
  }

  private static List<Entry> entries() {
    return List.of(
        Samples.opening(),
        Samples.violation("v-1", Samples.DAY, "plain"),
        Samples.violation("v-2", Samples.DAY, Samples.AWKWARD),
        Samples.violation("v-3", Samples.DAY, "ж 3"));
  }

  private static String export(Object place) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<Long> progress = new ArrayList<>();
    try (JournalSource source = JournalSource.open(place.toString())) {
      Export.Exported exported = Export.run(source, bytes, row -> progress.add(row.number()));
      assertEquals(new Export.Exported(source.head(), Optional.empty()), exported);
      assertEquals(exported.head().number(), progress.size());
    }
    return bytes.toString(UTF_8);
  }

  private static ByteArrayInputStream stream(String lines) {
    return new ByteArrayInputStream(lines.getBytes(UTF_8));
  }

  private static Import into(JournalStore store) {
    return new Import(store, Samples.catalogue());
  }

  @Test
  void isTheSameByteForByte() {
    String lines = export(file);
    assertEquals(6, lines.lines().count());
    Path other = directory.resolve("other.db");
    try (JournalStore store = JournalStore.open(other.toString())) {
      List<Long> progress = new ArrayList<>();
      Head head = into(store).whole(stream(lines), row -> progress.add(row.number()));
      assertEquals(List.of(1L, 2L, 3L, 4L), progress);
      assertEquals(head, store.verify(row -> {}));
    }
    assertEquals(lines, export(other));
    try (KeptJournal here = Kept.open(file);
        KeptJournal there = Kept.open(other)) {
      assertEquals(here.entries(), there.entries());
    }
  }

  @Test
  void anEmptyJournalIsTransferredToo() {
    Path empty = directory.resolve("empty.db");
    Kept.open(empty).close();
    String lines = export(empty);
    assertEquals(2, lines.lines().count());
    try (JournalStore store = JournalStore.open(directory.resolve("other.db").toString())) {
      assertEquals(Head.GENESIS, into(store).whole(stream(lines), row -> {}));
    }
  }

  @Test
  void intoAnEmptyStoreOnly() {
    String lines = export(file);
    try (JournalStore store = JournalStore.open(file.toString())) {
      StoreException full =
          assertThrows(StoreException.class, () -> into(store).whole(stream(lines), row -> {}));
      assertEquals(Fault.NOT_EMPTY, full.fault());
      assertEquals("it holds 4 records", full.what());
    }
  }

  @Test
  void appendsWhatIsNew() {
    String before = export(file);
    Path copy = directory.resolve("copy.db");
    try (JournalStore store = JournalStore.open(copy.toString())) {
      into(store).whole(stream(before), row -> {});
    }
    try (KeptJournal journal = Kept.open(file)) {
      journal.append("a test", Samples.violation(9));
    }
    String after = export(file);
    try (JournalStore store = JournalStore.open(copy.toString())) {
      assertEquals(5, into(store).append(stream(after), row -> {}).number());
      assertEquals(5, into(store).append(stream(after), row -> {}).number(), "nothing new");
      BadLine older =
          assertThrows(BadLine.class, () -> into(store).append(stream(before), row -> {}));
      assertEquals("line 6, column 1: found the end, expected record 5", older.getMessage());
    }
    assertEquals(after, export(copy));
  }

  @Test
  void appendsAPartThatFollowsAndNothingElse() {
    String whole = export(file);
    List<String> lines = whole.lines().toList();
    String third = hash(lines.get(3));
    String second = hash(lines.get(2));
    Path copy = directory.resolve("copy.db");
    try (JournalStore store = JournalStore.open(copy.toString())) {
      into(store).whole(stream(cut(lines, 0, 3, Head.GENESIS.hash().toString())), row -> {});
      assertEquals(3, store.head().number());
      String gap = cut(lines, 4, 4, hash(lines.get(4)));
      BadLine refused =
          assertThrows(BadLine.class, () -> into(store).append(stream(gap), row -> {}));
      assertEquals(
          "line 1, column 1: found an export that begins after record 4, expected one that begins"
              + " after record 3 at the latest, with no gap",
          refused.getMessage());
      String foreign = cut(lines, 3, 4, second);
      assertThrows(BadLine.class, () -> into(store).append(stream(foreign), row -> {}));
      assertEquals(4, into(store).append(stream(cut(lines, 3, 4, third)), row -> {}).number());
    }
    assertEquals(whole, export(copy));
  }

  private static String hash(String line) {
    return line.substring(line.length() - 66, line.length() - 2);
  }

  /** The records after one number up to another. */
  private static String cut(List<String> lines, int after, int to, String hash) {
    StringBuilder part = new StringBuilder();
    part.append("{\"journal\":\"nadzor\",\"format\":1,\"after\":" + after);
    part.append(",\"hash\":\"" + hash + "\"}\n");
    lines.subList(after + 1, to + 1).forEach(line -> part.append(line).append('\n'));
    String last = to == after ? hash : hash(lines.get(to));
    return part.append("{\"end\":" + to + ",\"hash\":\"" + last + "\"}\n").toString();
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        bad("line 1, column 1: found '', expected the first line", text -> ""),
        bad("line 1, column 1: found '{\"record", text -> text.substring(text.indexOf('\n') + 1)),
        bad("line 1, column 1: found 'x'", text -> "x\n"),
        bad("line 4, column 112: found no JSON: ", text -> text.replace("v-2\",", "v-2\"")),
        bad("line 4, column 11: found record 4, expected record 3", text -> without(text, 3)),
        bad("line 3, column 11: found record 3, expected record 2", text -> without(text, 2)),
        bad("line 3, column 290: found hash ", text -> text.replace("plain", "other")),
        bad("line 4, column 11: found violation v-1", text -> twice(text)),
        bad("line 3, column 57: found another spelling", text -> spelt(text)),
        bad(
            "line 3, column 1: found '{\"x\":1}', expected {\"record",
            text -> put(text, "{\"x\":1}")),
        bad(
            "line 6, column 1: found the end after 9 ",
            text -> text.replace("\"end\":4", "\"end\":9")),
        bad("line 6, column 1: found the end of the file", text -> without(text, 5)),
        bad("line 6, column 84: found the end of the file", text -> text.strip()),
        bad("line 7, column 1: found a further line, expected", text -> text + "x\n"));
  }

  private static Arguments bad(String message, UnaryOperator<String> change) {
    return Arguments.of(message, change);
  }

  private static String without(String text, int line) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    lines.remove(line);
    return String.join("\n", lines) + "\n";
  }

  private static String put(String text, String instead) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    lines.set(2, instead);
    return String.join("\n", lines) + "\n";
  }

  /** A second record of one violation, its number right. */
  private static String twice(String text) {
    List<String> lines = text.lines().toList();
    String again = lines.get(2).replace("\"number\":2", "\"number\":3");
    return String.join("\n", lines.subList(0, 3)) + "\n" + again + "\n";
  }

  /** The same record, an escape where none is needed. */
  private static String spelt(String text) {
    return put(text, text.lines().toList().get(2).replace("\"a \\", "\"\\u0061 \\"));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void aBadLineIsNamedAndNothingIsImported(String message, UnaryOperator<String> change) {
    String lines = change.apply(export(file));
    try (JournalStore store = JournalStore.open(directory.resolve("other.db").toString())) {
      BadLine bad = assertThrows(BadLine.class, () -> into(store).whole(stream(lines), row -> {}));
      String said = String.valueOf(bad.getMessage());
      assertEquals(message, said.substring(0, Math.min(message.length(), said.length())), said);
      assertEquals(Head.GENESIS, store.head());
      assertEquals(4, into(store).whole(stream(export(file)), row -> {}).number());
    }
  }

  @Test
  void ofACorruptJournalWhatIsGoodIsExported() throws SQLException {
    Kept.sql(
        Kept.sqlite(file),
        "DROP TRIGGER journal_unchanged",
        "UPDATE journal SET line = replace(line, 'v-2', 'v-9') WHERE number = 3");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JournalSource source = JournalSource.open(file.toString())) {
      Export.Exported exported = Export.run(source, bytes, row -> {});
      assertEquals(2, exported.head().number());
      assertTrue(
          exported.bad().orElse("").startsWith("record 3: found hash "), exported.toString());
    }
    Path other = directory.resolve("other.db");
    try (JournalStore store = JournalStore.open(other.toString())) {
      into(store).whole(stream(bytes.toString(UTF_8)), row -> {});
    }
    assertEquals(bytes.toString(UTF_8), export(other));
  }
}
