package nadzor.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input ends in an error that names file, line, column, what was found and expected. */
class BadInputTest {
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n";
  private static final String ROOT = "<reg:register xmlns:reg=\"http://rsoc.ru\">";

  private static BadList bad(byte[] octets, Format format) {
    return assertThrows(BadList.class, () -> Taken.of(octets, "list", Reading.of(format)));
  }

  private static BadList bad(String text, Format format) {
    return bad(text.getBytes(StandardCharsets.UTF_8), format);
  }

  private static void assertSays(String expected, BadList bad) {
    assertTrue(
        bad.remark().toString().contains(expected), () -> expected + "\nnot in\n" + bad.remark());
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(octets)) {
      zip.putNextEntry(new ZipEntry("dump.xml.sig"));
      zip.write(new byte[] {1, 2, 3});
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return octets.toByteArray();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(octets)) {
      gzip.write(content);
    }
    return octets.toByteArray();
  }

  private static byte[] sample(String name) throws IOException {
    return Files.readAllBytes(Taken.LISTS.resolve(name));
  }

  @Test
  void aZipAndAGzipReadAsTheListInThem() throws IOException {
    byte[] xml = sample("register.xml");
    byte[] csv = sample("register.csv");
    assertEquals(
        Taken.of(xml, "list", Reading.USUAL).items,
        Taken.of(zip("dump.xml", xml), "list", Reading.USUAL).items);
    assertEquals(
        Taken.of(csv, "list", Reading.USUAL).items,
        Taken.of(gzip(csv), "list", Reading.USUAL).items);
  }

  @Test
  void aTruncatedArchiveIsRefusedWhereverItIsCut() throws IOException {
    byte[] xml = zip("dump.xml", sample("register.xml"));
    int directory = new String(xml, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
    byte[] csv = gzip(sample("register.csv"));
    for (int length = 5; length < directory; length += 7) {
      bad(Arrays.copyOf(xml, length), Format.REGISTER_XML);
    }
    for (int length = 5; length < csv.length; length += 7) {
      bad(Arrays.copyOf(csv, length), Format.REGISTER_CSV);
    }
    assertSays("list:", bad(Arrays.copyOf(csv, csv.length - 2), Format.REGISTER_CSV));
    assertSays("found the end of the archive", bad(Arrays.copyOf(csv, 100), Format.REGISTER_CSV));
  }

  @Test
  void aDeclaredChecksumThatDoesNotMatchIsRefused() throws IOException {
    byte[] csv = gzip(sample("register.csv"));
    csv[csv.length - 6] ^= 1;
    assertSays("matches its declared checksum", bad(csv, Format.REGISTER_CSV));
    byte[] own = Taken.of(sample("plain.txt"), "list", Reading.USUAL).written(Format.JSON_LINES);
    String changed =
        new String(own, StandardCharsets.UTF_8).replaceFirst("\"line\":1,", "\"line\":9,");
    assertSays("found SHA-256", bad(changed, Format.JSON_LINES));
    String less = new String(own, StandardCharsets.UTF_8).replaceFirst("(?m)^.*instagram.*\n", "");
    assertSays("found 16 items, expected 17 as declared", bad(less, Format.JSON_LINES));
    String cut = new String(own, StandardCharsets.UTF_8).replaceFirst("(?m)^.*sha256.*\n", "");
    assertSays("list:18:1: found the end, expected a last line", bad(cut, Format.JSON_LINES));
  }

  @Test
  void aBombIsRefusedBeforeItIsOut() throws IOException {
    byte[] zeros = gzip(new byte[40 << 20]);
    BadList bad =
        bad(
            gzip(
                new String(new char[40 << 20])
                    .replace('\0', '\n')
                    .getBytes(StandardCharsets.US_ASCII)),
            Format.PLAIN);
    assertSays("at most 200 times as many: is it a zip bomb?", bad);
    assertTrue(bad.remark().at().line() < 20 << 20, "it went on too long");
    assertTrue(zeros.length < 100_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          <!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>ROOT<content id="1"><domain>&b;</domain></content></reg:register> | list:2:1: found a document type declaration, expected none
          <!DOCTYPE r SYSTEM "file:///etc/passwd">ROOT</reg:register> | found a document type declaration
          ROOT<content id="1"><domain>&x;</domain></content></reg:register> | list:2:
          ROOT<content id="1"><domain>a.test</domain></content> | list:2:
          ROOT<content id="1"><domain>a.test</content></reg:register> | list:2:
          <other/> | found the element other, expected register
          ROOT<decision/><content id="1"></content></reg:register><more/> | list:2:
          nothing | list:2:
          """)
  void badXml(String xml, String expected) {
    assertSays(expected, bad(HEAD + xml.replace("ROOT", ROOT), Format.REGISTER_XML));
  }

  @Test
  void referencesOfTheLanguageItselfAreRead() throws IOException {
    String xml =
        HEAD
            + ROOT
            + "<content id='1'><url>http://example.org/?a&amp;b&#61;1</url></content></reg:register>";
    Taken taken = Taken.of(xml, Format.REGISTER_XML);
    assertEquals("http://example.org/?a&b=1", taken.items.get(0).target().toString());
  }

  @Test
  void anIdTwiceIsRefusedAndTheRestGoesOn() throws IOException {
    String one = "\n<content id='7'><domain>a.test</domain></content>";
    String xml = HEAD + ROOT + one + one + one.replace('7', '8') + "</reg:register>";
    Taken taken = Taken.of(xml, Format.REGISTER_XML);
    assertEquals(2, taken.items.size());
    assertEquals(
        "list:4:1: found id 7 again, expected an id once", taken.remarks.get(0).toString());
    assertThrows(
        BadList.class,
        () ->
            Taken.of(
                xml.getBytes(StandardCharsets.UTF_8),
                "list",
                Reading.of(Format.REGISTER_XML).stopping()));
  }

  @Test
  void anUnknownBlockTypeIsReadAsDefault() throws IOException {
    String xml =
        HEAD
            + ROOT
            + "<content blockType='x'><url>http://a.test/</url><domain>a.test</domain></content></reg:register>";
    Taken taken = Taken.of(xml, Format.REGISTER_XML);
    assertEquals(Act.LISTED, taken.items.get(0).prescription().act());
    assertEquals(Act.BESIDE, taken.items.get(1).prescription().act());
    assertTrue(taken.remarks.get(0).toString().contains("found blockType 'x', read as default"));
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1251, plain, 'list:2:1: found octet EF, expected UTF-8; a file of another one?'",
    "utf-16, plain, 'list:1:1: found UTF-16, expected UTF-8'",
    "utf-16, register-csv, 'list:1:1: found UTF-16, expected windows-1251'"
  })
  void aWrongEncodingIsSaid(String encoding, String format, String expected) {
    byte[] octets = "a.test\nпример.test\n".getBytes(Charset.forName(encoding));
    Reading how = Reading.of(Format.of(format)).stopping();
    assertSays(expected, assertThrows(BadList.class, () -> Taken.of(octets, "list", how)));
  }

  @Test
  void xmlInAnotherEncodingThanItSaysIsRefused() {
    byte[] octets =
        (HEAD.replace("windows-1251", "utf-8")
                + ROOT
                + "<content><domain>пример.test</domain></content></reg:register>")
            .getBytes(Charset.forName("windows-1251"));
    assertSays("in the encoding that it declares", bad(octets, Format.REGISTER_XML));
  }

  /** Octets that are made as they are read. */
  private static InputStream endless(String start, char filler, long length, String end) {
    InputStream middle =
        new InputStream() {
          private long left = length;

          @Override
          public int read() {
            return left-- > 0 ? filler : -1;
          }

          @Override
          public int read(byte[] into, int offset, int count) {
            int some = (int) Math.min(count, left);
            Arrays.fill(into, offset, offset + some, (byte) filler);
            left -= some;
            return some > 0 ? some : -1;
          }
        };
    return new java.io.SequenceInputStream(
        new java.io.SequenceInputStream(octets(start), middle), octets(end));
  }

  private static InputStream octets(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  @Test
  void aLineOfAGigabyteIsRefusedInConstantMemoryAndTheRestGoesOn() throws IOException {
    Taken taken = new Taken();
    System.gc();
    long before = used();
    Lists.read(
        endless("a.test\n", 'x', 1L << 30, "\nb.test\n"), "list", Reading.of(Format.PLAIN), taken);
    System.gc();
    assertTrue(used() - before < 32 << 20, "it was kept");
    assertEquals(
        "list:2:1048577: found a line of 1073741824 octets, expected at most 1048576",
        taken.remarks.get(0).toString());
    assertEquals(3, taken.items.get(1).at().line());
    assertEquals("b.test", taken.items.get(1).target().toString());
  }

  @ParameterizedTest
  @CsvSource({"'<content><domain>'", "'<content id=\"'", "'<!-- '", "'<content><url><![CDATA['"})
  void anXmlTokenOfAGigabyteIsRefused(String start) {
    InputStream source = endless(HEAD + ROOT + start, 'x', 1L << 30, "");
    BadList bad =
        assertThrows(
            BadList.class,
            () -> Lists.read(source, "list", Reading.of(Format.REGISTER_XML), new Taken()));
    assertEquals("limit", bad.remark().rule());
  }

  @Test
  void aNameOfThreeHundredLabelsIsRefused() throws IOException {
    String name = "a.".repeat(299) + "test";
    Taken taken = Taken.of(name + "\nb.test\n", Format.PLAIN);
    assertEquals(1, taken.items.size());
    String said = taken.remarks.get(0).toString();
    assertTrue(said.startsWith("list:1:1: found 'a.a."), said);
    assertTrue(said.contains("(602 characters)"), said);
    assertTrue(said.contains("at most 253 fit"), said);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24, 192.0.2.128/25, true",
    "192.0.2.128/25, 192.0.2.0/24, true",
    "192.0.2.0/24, 192.0.2.7, true",
    "192.0.2.0/25, 192.0.2.128/25, false",
    "2001:db8::/32, 2001:db8:1::/48, true",
    "2001:db8:1::/48, 2001:db8::/32, true",
    "2001:db8:1::/48, 2001:db8:2::/48, false",
    "192.0.2.0/24, 2001:db8::/32, false"
  })
  void overlappingRangesAreSaidAndKept(String one, String other, boolean overlap)
      throws IOException {
    Taken taken = Taken.of(one + "\nx.test\n" + other + "\n", Format.PLAIN);
    assertEquals(3, taken.items.size());
    assertEquals(overlap ? 1 : 0, taken.remarks.size());
    if (overlap) {
      String said = taken.remarks.get(0).toString();
      assertTrue(said.startsWith("list:3:1: kept (overlap): found "), said);
      assertTrue(said.contains(" of line 1, expected ranges that do not overlap"), said);
    }
  }

  @Test
  void aFileThatIsReplacedWhileItIsReadIsRefused(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("list"), "a.test\nb.test\n");
    Path other = Files.writeString(folder.resolve("other"), "a.test\nb.test\n");
    Receiver replacing =
        new Receiver() {
          @Override
          public void item(ListItem item) throws IOException {
            if (Files.exists(other)) {
              Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
            }
          }

          @Override
          public void remark(Remark remark) {}
        };
    BadList bad =
        assertThrows(BadList.class, () -> Lists.read(file, Reading.of(Format.PLAIN), replacing));
    assertEquals(Fault.CHANGED.word(), bad.remark().rule());
    assertSays("found another file in its place after it was read", bad);
    Lists.read(file, Reading.of(Format.PLAIN), replacing);
  }

  @Test
  void aMissingFileIsNamed(@TempDir Path folder) {
    Path none = folder.resolve("none");
    BadList bad = assertThrows(BadList.class, () -> Taken.of(none, Reading.USUAL));
    assertEquals(
        none + ":1:1: found no such file, expected a file that can be read", bad.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          $INCLUDE /etc/passwd | list:1:1: found '$INCLUDE', expected none: it is not obeyed
          $GENERATE 1-1000000000 $.test CNAME . | found '$GENERATE', expected none
          * CNAME . | expected a name: this would hold every one
          33.1.2.0.192.rpz-ip CNAME . | list:1:1: found '33.1.2.0.192.rpz-ip'
          24.1.2.0.192.rpz-ip CNAME . | expected prefix.address in reverse
          128.zz.zz.rpz-nsip CNAME . | expected prefix.address in reverse
          a.test NONSENSE x | list:1:8: found 'NONSENSE x', expected type and data
          a.test A 300.0.0.1 | list:1:8: found 'A 300.0.0.1', expected type and data
          a.test CNAME a..b | list:1:8: found 'CNAME a..b'
          a.test | found 'a.test', expected owner, type and data
          """)
  void badZoneLines(String line, String expected) throws IOException {
    Taken taken = Taken.of(line + "\nb.test CNAME .\n", Format.RPZ);
    String said = taken.remarks.get(0).toString();
    assertTrue(said.contains(expected), said);
    assertEquals(1, taken.items.size(), "the rest goes on");
  }

  @Test
  void aFormatThatIsNamedWinsOverWhatIsDetected() throws IOException {
    byte[] lines = "192.0.2.7 a.test\n".getBytes(StandardCharsets.UTF_8);
    assertEquals(1, Taken.of(lines, "x", Reading.USUAL).items.size());
    Taken plain = Taken.of(lines, "hosts", Reading.of(Format.PLAIN));
    assertEquals(
        0, plain.items.stream().filter(i -> i.target().toString().equals("a.test")).count());
  }

  @Test
  void theFormatsHaveNames() {
    for (Format format : Format.values()) {
      assertEquals(format, Format.of(format.word().toUpperCase(Locale.ROOT)));
    }
    assertThrows(IllegalArgumentException.class, () -> Format.of("xls"));
    assertEquals(Format.RPZ, Format.detect("a.rpz", new byte[0]));
    assertEquals(Optional.of(Format.HOSTS), Optional.of(Format.detect("/etc/hosts", new byte[0])));
  }
}
