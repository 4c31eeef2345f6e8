package nadzor.impact.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadersTest {
  private static final Path DATA = Path.of("test-data/impact");
  private static final List<String> THREE =
      List.of("www.reddit.com 1 1", "t.co 28 1", "example.org 16 1");

  private final ClientGroups groups = new ClientGroups(1, 2);
  private final List<String> requests = new ArrayList<>();
  private final List<String> who = new ArrayList<>();

  @TempDir Path folder;

  private TrafficSummary.FileSummary read(Path path) throws IOException {
    return read(TrafficFile.of(path));
  }

  private TrafficSummary.FileSummary read(TrafficFile file) throws IOException {
    return file.read(
        groups,
        one -> {
          requests.add(one.name() + " " + one.type() + " " + one.count());
          who.add(one.group());
        },
        Progress.NONE);
  }

  private Path file(String name, byte[] octets) throws IOException {
    return Files.write(folder.resolve(name), octets);
  }

  private static String skipped(TrafficSummary.FileSummary summary) {
    return String.join(
        " ", summary.skipped().stream().map(one -> one.why() + "=" + one.rows()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "queries.csv|CSV|10|ROW=2 NAME=1 TYPE=1 COUNT=1 URL=1",
        "queries.jsonl|JSON_LINES|9|ROW=4 COUNT=1",
        "bind.log|BIND|7|NO_QUESTION=2 NAME=1",
        "unbound.log|UNBOUND|5|NO_QUESTION=2",
        "dnsmasq.log|DNSMASQ|5|NO_QUESTION=2",
      })
  void textLogs(String name, TrafficFormat format, long rows, String left) throws IOException {
    TrafficSummary.FileSummary summary = read(DATA.resolve(name));
    assertEquals(format, summary.format());
    assertEquals(rows, summary.rows());
    assertEquals(left, skipped(summary));
    boolean counted = format == TrafficFormat.CSV || format == TrafficFormat.JSON_LINES;
    assertEquals(
        counted ? List.of("www.reddit.com 1 3", "t.co 28 2", "example.org 16 1") : THREE,
        requests.subList(0, 3));
    assertEquals(64, summary.sha256().length());
    summary.skipped().forEach(one -> assertTrue(one.first().matches(".*:\\d+"), one.first()));
  }

  @Test
  void whatIsLeftOutHasItsLine() throws IOException {
    TrafficSummary.FileSummary summary = read(DATA.resolve("queries.csv"));
    assertEquals(
        List.of("10", "6", "7", "8", "9"),
        summary.skipped().stream().map(one -> one.first().replaceFirst(".*:", "")).toList());
  }

  static Stream<Arguments> captures() {
    byte[][] plain = Captures.packets();
    byte[][] framed = Arrays.stream(plain).map(p -> Captures.ethernet(p, 0)).toArray(byte[][]::new);
    byte[][] tagged = Arrays.stream(plain).map(p -> Captures.ethernet(p, 2)).toArray(byte[][]::new);
    return Stream.of(
        Arguments.of("raw", Captures.pcap(ByteOrder.LITTLE_ENDIAN, 101, plain)),
        Arguments.of("big", Captures.pcap(ByteOrder.BIG_ENDIAN, 101, plain)),
        Arguments.of("ethernet", Captures.pcap(ByteOrder.LITTLE_ENDIAN, 1, framed)),
        Arguments.of("tagged", Captures.pcap(ByteOrder.LITTLE_ENDIAN, 1, tagged)),
        Arguments.of("ng", Captures.pcapng(ByteOrder.LITTLE_ENDIAN, 1, framed)),
        Arguments.of("ng-big", Captures.pcapng(ByteOrder.BIG_ENDIAN, 101, plain)),
        Arguments.of("dnstap", Captures.dnstap()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("captures")
  void capturedQuestions(String name, byte[] octets) throws IOException {
    TrafficSummary.FileSummary summary = read(file(name, octets));
    assertEquals(THREE, requests);
    assertEquals("NO_QUESTION=2", skipped(summary));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("captures")
  void aCaptureThatIsCutShortIsUsedAsFarAsItGoes(String name, byte[] octets) throws IOException {
    TrafficSummary.FileSummary summary = read(file(name, Arrays.copyOf(octets, octets.length - 3)));
    assertEquals(THREE, requests);
    assertTrue(skipped(summary).contains("TRUNCATED=1"), skipped(summary));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("captures")
  void aLengthBeyondAllBoundsIsRefusedWithItsPlace(String name, byte[] octets) throws IOException {
    byte[] broken = octets.clone();
    int at = name.equals("dnstap") ? 42 : name.startsWith("ng") ? 52 : 32;
    Arrays.fill(broken, at, at + 4, (byte) 0x7f);
    BadTraffic refused = assertThrows(BadTraffic.class, () -> read(file(name, broken)));
    assertTrue(String.valueOf(refused.getMessage()).contains(name + ":"), refused.getMessage());
    assertTrue(
        String.valueOf(refused.getMessage()).contains("octets, expected"), refused.getMessage());
  }

  @Test
  void gzipIsUnpackedAndMayBeCut() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(Files.readAllBytes(DATA.resolve("unbound.log")));
    }
    byte[] whole = packed.toByteArray();
    assertEquals("NO_QUESTION=2", skipped(read(file("whole.gz", whole))));
    assertEquals(THREE, requests);
    byte[] cut = Arrays.copyOf(whole, whole.length - 6);
    assertTrue(skipped(read(file("cut.gz", cut))).endsWith("TRUNCATED=1"));
    byte[] broken = whole.clone();
    broken[whole.length - 6] ^= 1;
    assertThrows(BadTraffic.class, () -> read(file("broken.gz", broken)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|no traffic log that is known",
        "qname,type\\na.test,A\\n|a column 'name'",
        "name\\n|no request",
        "name,type\\na b,A\\n|only what cannot be used",
        "name,\"type\\n|a quote",
      })
  void whatIsNoLogIsRefused(String text, String expected) throws IOException {
    Path path = file("log", text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8));
    BadTraffic refused = assertThrows(BadTraffic.class, () -> read(path));
    assertTrue(
        String.valueOf(refused.getMessage()).startsWith(path.toString()), refused.getMessage());
    assertTrue(String.valueOf(refused.getMessage()).contains(expected), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000\u0001\u0002", "PK\u0003\u0004\u0000"})
  void binaryOfAnotherKindIsRefused(String text) throws IOException {
    Path path = file("log", text.getBytes(StandardCharsets.ISO_8859_1));
    assertThrows(BadTraffic.class, () -> read(path));
  }

  @Test
  void aRowWithoutEndIsLeftOutWithoutBeingHeld() throws IOException {
    byte[] row = new byte[3 * LogLines.LONGEST];
    Arrays.fill(row, (byte) 'a');
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    log.writeBytes("\ufeffname;type\r\na.test;A\r\n".getBytes(StandardCharsets.UTF_8));
    log.writeBytes(row);
    log.writeBytes("\nb.test;MX".getBytes(StandardCharsets.UTF_8));
    assertEquals("LONG=1", skipped(read(file("long", log.toByteArray()))));
    assertEquals(List.of("a.test 1 1", "b.test 15 1"), requests);
  }

  @Test
  void clientsAreGroupedAndNeverKept() throws IOException {
    read(DATA.resolve("queries.csv"));
    assertEquals(who.get(0), who.get(1), "one /24");
    assertEquals(ClientGroups.UNKNOWN, who.get(3));
    who.subList(0, 3).forEach(one -> assertTrue(one.matches("[0-9a-f]{16}"), one));
    assertEquals(groups.of("2001:db8::2"), who.get(2), "one /48");
    assertFalse(new ClientGroups(3, 4).of("192.0.2.1").equals(who.get(0)), "another key");
    assertEquals("north", groups.named("north"));
    assertTrue(groups.named("192.0.2.1").matches("[0-9a-f]{16}"), "an address is no name");
  }

  @Test
  void columnsMayHaveOtherNames() throws IOException {
    Path path = file("log", "q,region\na.test,north\n".getBytes(StandardCharsets.UTF_8));
    Columns columns = Columns.USUAL.with("name", "q").groupedBy("region");
    read(new TrafficFile(path, Optional.empty(), columns));
    assertEquals(List.of("a.test 1 1"), requests);
    assertEquals(List.of("north"), who);
    Columns missing = columns.groupedBy("county");
    assertThrows(BadTraffic.class, () -> read(new TrafficFile(path, Optional.empty(), missing)));
  }

  @Test
  void namesAndTypes() {
    Map<String, String> names =
        Map.of(
            "A.Test.",
            "a.test",
            ".",
            ".",
            "пример.test",
            "xn--e1afmkfd.test",
            "_x._tcp.a.test",
            "_x._tcp.a.test",
            "a..b",
            "",
            "",
            "",
            "a b.test",
            "",
            "a\\.b.test",
            "",
            "x".repeat(64) + ".test",
            "",
            "x.".repeat(127) + "test",
            "");
    names.forEach((in, out) -> assertEquals(out, QueryName.of(in).orElse(""), in));
    Map<String, Integer> types = Map.of("", 1, "aaaa", 28, "TYPE65", 65, "257", 257, "HTTPS", 65);
    types.forEach((in, out) -> assertEquals(out, QueryType.of(in).orElse(0), in));
    List.of("0", "65536", "NOTYPE", "999999", "-1", " ")
        .forEach(bad -> assertTrue(QueryType.of(bad).isEmpty(), bad));
  }
}
