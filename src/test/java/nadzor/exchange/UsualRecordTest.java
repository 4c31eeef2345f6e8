package nadzor.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a register looks like, it reads as the parser of XML alone reads it. */
class UsualRecordTest {
  private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
  private static final int DUMPS = 1_500;
  private static final int MUTATIONS = 3;

  /** All that was told, in its order, and how it ended. */
  private static final class Told implements Receiver {
    private final List<Object> all = new ArrayList<>();

    @Override
    public void item(ListItem item) {
      all.add(item);
    }

    @Override
    public void remark(Remark remark) {
      all.add(remark);
    }

    @Override
    public void heading(Heading heading) {
      all.add(heading);
    }
  }

  private static List<Object> told(
      InputStream source, Strictness strictness, Limits limits, ListFile.Reader reader)
      throws IOException {
    Told told = new Told();
    Reading how = new Reading(Optional.of(Format.REGISTER_XML), strictness, limits);
    try {
      ListFile.read(source, "list", how, new Intake("list", how, told, new Tally()), reader);
      told.all.add("whole");
    } catch (BadList e) {
      told.all.add(e.remark());
    }
    return told.all;
  }

  private static List<Object> assertSame(
      String about, byte[] octets, Strictness strictness, Limits limits) throws IOException {
    List<Object> parsed =
        told(
            new ByteArrayInputStream(octets),
            strictness,
            limits,
            (format, list, in) -> RegisterXmlReader.parse(list, in));
    List<Object> usual =
        told(
            new ByteArrayInputStream(octets),
            strictness,
            limits,
            (format, list, in) -> RegisterXmlReader.read(list, in));
    String text = new String(octets, WINDOWS_1251);
    for (int i = 0; i < Math.min(parsed.size(), usual.size()); i++) {
      int told = i;
      assertEquals(parsed.get(i), usual.get(i), () -> about + ", told " + told + " of\n" + text);
    }
    assertEquals(parsed.size(), usual.size(), () -> about + " of\n" + text);
    return parsed;
  }

  @ParameterizedTest
  @EnumSource(Strictness.class)
  void madeDumpsReadAsTheParserReadsThem(Strictness strictness) throws IOException {
    int whole = 0;
    for (int seed = 0; seed < DUMPS; seed++) {
      byte[] octets = new MadeDump(new SplittableRandom(seed)).octets();
      List<Object> told = assertSame("dump " + seed, octets, strictness, Limits.USUAL);
      whole += told.get(told.size() - 1).equals("whole") ? 1 : 0;
    }
    int least = strictness == Strictness.STOP ? DUMPS / 20 : DUMPS / 4;
    assertTrue(whole > least, whole + " of " + DUMPS + " were read to their end");
    assertTrue(whole < DUMPS - DUMPS / 20, "none was bad");
  }

  @ParameterizedTest
  @EnumSource(Strictness.class)
  void mutatedDumpsReadAsTheParserReadsThem(Strictness strictness) throws IOException {
    for (int seed = 0; seed < DUMPS; seed++) {
      SplittableRandom random = new SplittableRandom(seed + DUMPS);
      byte[] octets = new MadeDump(random).octets();
      for (int i = random.nextInt(MUTATIONS); i >= 0 && octets.length > 0; i--) {
        octets = Mutation.of(octets, random);
      }
      assertSame("mutated dump " + seed, octets, strictness, Limits.USUAL);
    }
  }

  @Test
  void aDumpThatIsCutAnywhereEndsWhereTheParserSaysItEnds() throws IOException {
    byte[] octets = new MadeDump(new SplittableRandom(7)).octets();
    for (int length = 0; length < octets.length; length++) {
      byte[] cut = Arrays.copyOf(octets, length);
      assertSame("cut at " + length, cut, Strictness.GO_ON, Limits.USUAL);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 20, 60, 300})
  void limitsHoldForRecordsAsUsualToo(int line) throws IOException {
    Limits limits = new Limits(line, 1L << 30, 200);
    for (int seed = 0; seed < DUMPS / 8; seed++) {
      byte[] octets = new MadeDump(new SplittableRandom(seed)).octets();
      assertSame("limited dump " + seed, octets, Strictness.GO_ON, limits);
    }
  }

  @Test
  void whatIsKeptOfFormerTroubleReadsAsTheParserReadsIt() throws IOException {
    List<Path> folders = List.of(Path.of("test-data/fuzz/ListRegisterXmlFuzz"), Taken.LISTS);
    int files = 0;
    for (Path folder : folders) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
        for (Path file : all) {
          byte[] octets = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
          assertSame(file.toString(), octets, Strictness.GO_ON, Limits.USUAL);
          files++;
        }
      }
    }
    assertTrue(files > 3, files + " files");
  }

  /** Blocks end within records, and the parser takes over there. */
  @Test
  void aDumpOfManyBlocksReadsAsTheParserReadsIt() throws IOException {
    byte[] octets = MadeDump.clean(20_000);
    assertTrue(octets.length > 5 << 20, octets.length + " octets");
    List<Object> told = assertSame("a long dump", octets, Strictness.GO_ON, Limits.USUAL);
    assertEquals(20_000 + 2, told.size());
  }

  /** Without it, the tests above would say nothing. */
  @Test
  void recordsAsUsualAreNotLeftToTheParser() throws IOException {
    byte[] octets = MadeDump.clean(100);
    Told told = new Told();
    Intake in = new Intake("list", Reading.of(Format.REGISTER_XML), told, new Tally());
    InputStream source = new ByteArrayInputStream(octets);
    XmlFeed feed = new XmlFeed(source, in);
    UsualRecords.prepare(source, feed);
    RegisterXmlReader.read(feed, in);
    assertEquals(100 + 1, told.all.size());
    assertTrue(
        feed.given() < 500, feed.given() + " of " + octets.length + " octets went to the parser");
  }
}
