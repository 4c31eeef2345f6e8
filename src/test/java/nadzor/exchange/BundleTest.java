package nadzor.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Splitter;
import com.google.common.collect.Collections2;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Rule;
import nadzor.flow.NameView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are one list together. */
class BundleTest {
  private static final Splitter FILES = Splitter.on(" / ");

  private final List<Rule> rules = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();
  private final RuleIntake intake = new RuleIntake(Measure.BLOCK, rules::add, remarks::add);

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text.replace(';', '\n') + "\n");
  }

  private void read(Reading how, List<Path> files) throws IOException {
    rules.clear();
    try (Bundle bundle = Bundle.of(files, how)) {
      for (Path file : files) {
        Conversion unused = bundle.read(file, intake);
      }
    }
  }

  private void assertHolds(String held, String free) {
    Blocklist compiled = Blocklist.compile(1, rules);
    for (String name : held.split(" ", -1)) {
      assertEquals(1, compiled.orders(NameView.of(name)), name + " is held by " + rules);
    }
    for (String name : free.split(" ", -1)) {
      assertEquals(0, compiled.orders(NameView.of(name)), name + " is free of " + rules);
    }
  }

  /** As AdGuard has it: all lists are one, and their order means nothing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          near       | ##a.test^ / @@##n.a.test^                   | a.test x.a.test   | n.a.test x.n.a.test
          wide       | ##n.a.test^;##b.test^ / @@##a.test^         | b.test            | a.test n.a.test x.n.a.test
          same       | ##a.test^;##b.test^ / @@##a.test^           | b.test            | a.test x.a.test
          important  | ##a.test^$important / @@##n.a.test^         | a.test n.a.test   | b.test
          over both  | ##n.a.test^$important / @@##a.test^$important / ##b.test^ | b.test | n.a.test a.test
          three      | ##n.a.test^ / ##a.test^$important / @@##n.a.test^;@@##b.test^ | a.test n.a.test | b.test
          in turn    | ##x.n.a.test^;##b.test^ / @@##a.test^ / ##n.a.test^$important | b.test n.a.test x.n.a.test | a.test
          hosts line | ##b.test^;##c.test^;0.0.0.0 n.a.test / @@##a.test^ | b.test c.test | n.a.test
          """)
  void oneListMeansSomethingForTheOthers(String unused, String lists, String held, String free)
      throws IOException {
    List<Path> files = new ArrayList<>();
    for (String list : FILES.split(lists.replace("##", "||"))) {
      files.add(file("list-" + files.size() + ".txt", list));
    }
    for (List<Path> order : Collections2.permutations(files)) {
      read(Reading.USUAL, order);
      assertHolds(held, free);
      read(Reading.of(Format.ADBLOCK), order);
      assertHolds(held, free);
    }
  }

  @Test
  void whatOverridesIsNamedWithItsFile() throws IOException {
    Path blocks = file("blocks.txt", "||n.a.test^;||b.test^;@@||b.test^");
    Path excepts = folder.resolve("excepts.txt.gz");
    try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(excepts))) {
      packed.write("! all of it\n@@||a.test^\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    read(Reading.USUAL, List.of(blocks, excepts));
    assertEquals(
        List.of(
            "'@@||a.test^' of " + excepts + ":2 overrides it",
            "'@@||b.test^' of line 3 overrides it"),
        remarks.stream().map(Remark::became).toList());
  }

  /** Lists of other formats are what they are by themselves. */
  @Test
  void anExceptionMeansNothingForOtherFormats() throws IOException {
    Path plain = file("plain.txt", "n.a.test;a.test");
    Path excepts = file("excepts.txt", "@@||a.test^;||n.a.test^;||c.test^");
    read(Reading.USUAL, List.of(plain, excepts));
    assertHolds("n.a.test c.test", "a.test b.a.test");
  }

  @Test
  void aFileThatChangesAfterItWasLearnedIsRefused() throws IOException {
    Path blocks = file("blocks.txt", "||a.test^");
    Path excepts = file("excepts.txt", "@@||a.test^");
    try (Bundle bundle = Bundle.of(List.of(blocks, excepts), Reading.USUAL)) {
      Conversion unused = bundle.read(blocks, intake);
      file("excepts.txt", "@@||a.test^;@@||b.test^");
      BadList bad = assertThrows(BadList.class, () -> bundle.read(excepts, intake));
      assertEquals("changed", bad.remark().rule());
    }
  }

  @Test
  void whatCannotBeReadIsNamedBeforeAnythingIsGiven() throws IOException {
    Path blocks = file("blocks.txt", "||a.test^");
    List<Path> files = List.of(blocks, folder.resolve("none.txt"));
    BadList bad = assertThrows(BadList.class, () -> read(Reading.USUAL, files));
    String said = String.valueOf(bad.getMessage());
    assertTrue(said.contains("none.txt:1:1: found no such file"), said);
    assertEquals(List.of(), rules);
  }
}
