package nadzor.impact.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When requests were, as logs of each format tell it. */
class TimesTest {
  private static final Path DATA = Path.of("test-data/impact");
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

  @TempDir Path folder;

  private static String said(Stamp stamp) {
    return stamp.kind() == Stamp.Kind.TOLD ? stamp.instant().toString() : stamp.kind().name();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2021-03-10T07:00:01Z|2021-03-10T07:00:01Z",
        "2021-03-10 07:00:01+03|2021-03-10T04:00:01Z",
        "2021-03-10T07:00:01.123456789+05:30|2021-03-10T01:30:01.123456Z",
        "2021-03-10T07:00:01+0300|2021-03-10T04:00:01Z",
        "2021-03-10t07:00:01z|2021-03-10T07:00:01Z",
        "2021-03-10T07:00|2021-03-10T04:00:00Z",
        "2021-03-10 07:00:01,5|2021-03-10T04:00:01.500Z",
        "2021-03-10|2021-03-09T21:00:00Z",
        "10-Mar-2021 10:00:00.123|2021-03-10T07:00:00.123Z",
        "1615359600|2021-03-10T07:00:00Z",
        "1615359600.25|2021-03-10T07:00:00.250Z",
        "1.61535960025E9|2021-03-10T07:00:00.250Z",
        "1615359600123|2021-03-10T07:00:00.123Z",
        "1615359600123456|2021-03-10T07:00:00.123456Z",
        "1615359600123456789|2021-03-10T07:00:00.123456Z",
        "''|NONE",
        "' '|NONE",
        "Mar 10 10:00:00|UNREADABLE",
        "20210310|UNREADABLE",
        "yesterday|UNREADABLE",
        "0|UNREADABLE",
        "-5|UNREADABLE",
        "2021-02-30|UNREADABLE",
        "2021-03-10T25:00:00Z|UNREADABLE",
        "2021-03-10T07:00:01Z and more|UNREADABLE",
        "1969-12-31T23:59:59Z|UNREADABLE",
        "2200-01-01T00:00:00Z|UNREADABLE",
        "99999999999999999999|UNREADABLE",
        "1e99|UNREADABLE",
      })
  void texts(String written, String expected) {
    Clock clock = new Clock(MOSCOW);
    assertEquals(expected, said(clock.of(written)));
    assertEquals(expected, said(clock.of(written)), "remembered");
  }

  private List<String> times(Path file, Timing timing) throws IOException {
    List<String> times = new ArrayList<>();
    TrafficFile.of(file)
        .read(
            new ClientGroups(1, 2),
            Optional.of(timing),
            one -> times.add(said(one.time())),
            Progress.NONE);
    return times;
  }

  private static Timing all() {
    return new Timing(Optional.empty(), Optional.empty(), MOSCOW, Optional.empty());
  }

  @Test
  void textLogs() throws IOException {
    assertEquals(
        List.of("2021-03-10T07:00:00.123Z", "2021-03-10T07:00:01.500Z", "NONE"),
        times(DATA.resolve("bind.log"), all()).subList(0, 3));
    assertEquals(
        List.of("2021-03-10T07:00:00Z", "UNREADABLE", "2021-03-10T07:00:02Z"),
        times(DATA.resolve("unbound.log"), all()));
    assertEquals(
        List.of("UNREADABLE", "UNREADABLE", "UNREADABLE"),
        times(DATA.resolve("dnsmasq.log"), all()));
    assertEquals(
        List.of("2021-03-10T07:00:00Z", "2021-03-10T07:00:01Z"),
        times(DATA.resolve("queries.csv"), all()).subList(0, 2));
    Path lines =
        Files.writeString(
            folder.resolve("log.jsonl"),
            """
            {"name":"a.test","time":1615359600.5}
            {"name":"a.test","time":[1]}
            {"name":"a.test","time":null}
            {"name":"a.test"}
            """);
    assertEquals(
        List.of("2021-03-10T07:00:00.500Z", "UNREADABLE", "NONE", "NONE"), times(lines, all()));
  }

  private Path pcap(ByteOrder order, int magic, int seconds, int parts) throws IOException {
    byte[] octets = Captures.pcap(order, 101, Captures.packets());
    ByteBuffer.wrap(octets).order(order).putInt(0, magic).putInt(24, seconds).putInt(28, parts);
    return Files.write(folder.resolve("log.pcap"), octets);
  }

  @Test
  void captures() throws IOException {
    int seconds = 1_615_359_600;
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      assertEquals(
          "2021-03-10T07:00:00.000500Z",
          times(pcap(order, 0xa1b2c3d4, seconds, 500), all()).get(0));
      assertEquals(
          "2021-03-10T07:00:00.999999Z",
          times(pcap(order, 0xa1b23c4d, seconds, 999_999_999), all()).get(0));
      assertEquals("UNREADABLE", times(pcap(order, 0xa1b2c3d4, seconds, -1), all()).get(0));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-1,0,1615359600000500,2021-03-10T07:00:00.000500Z",
    "9,0,1615359600000500000,2021-03-10T07:00:00.000500Z",
    "0,0,1615359600,2021-03-10T07:00:00Z",
    "138,0,1654128230912,2021-03-10T07:00:00.500Z",
    "6,3600,1615359600000000,2021-03-10T08:00:00Z",
    "12,0,1615359600000000,UNREADABLE",
    "200,0,1615359600000000,UNREADABLE",
  })
  void ticksOfPcapng(int resolution, long offset, long ticks, String expected) throws IOException {
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      byte[] octets = Captures.pcapng(order, 101, resolution, offset, ticks, Captures.packets());
      Path path = Files.write(folder.resolve("log.pcapng"), octets);
      assertEquals(List.of(expected, expected, expected), times(path, all()), order.toString());
    }
  }

  @Test
  void dnstap() throws IOException {
    byte[] octets = Captures.dnstap(1_615_359_600L, 250_000_000);
    Path path = Files.write(folder.resolve("log.dnstap"), octets);
    assertEquals("2021-03-10T07:00:00.250Z", times(path, all()).get(0));
  }

  @Test
  void aStretchLeavesOutWhatIsOutsideOfItAndWhatHasNoTime() throws IOException {
    Instant since = Instant.parse("2021-03-10T07:00:01.500Z");
    Timing timing = new Timing(Optional.of(since), Optional.empty(), MOSCOW, Optional.empty());
    List<String> skipped = new ArrayList<>();
    TrafficSummary.FileSummary summary =
        TrafficFile.of(DATA.resolve("bind.log"))
            .read(
                new ClientGroups(1, 2),
                Optional.of(timing),
                one -> assertEquals(since, one.time().instant(), "its first instant is in it"),
                Progress.NONE);
    summary.skipped().forEach(one -> skipped.add(one.why() + " " + one.rows()));
    assertEquals(List.of("NO_QUESTION 2", "NO_TIME 3", "OUTSIDE 1"), skipped);
    Optional<Instant> end = Optional.of(since);
    assertThrows(
        IllegalArgumentException.class, () -> new Timing(end, end, MOSCOW, Optional.empty()));
  }

  @Test
  void hoursAndDaysAreThoseOfTheZone() {
    Instant at = Instant.parse("2021-03-28T12:34:56Z");
    assertEquals(Instant.parse("2021-03-27T21:00:00Z"), Grain.DAY.start(at, MOSCOW));
    assertEquals(
        Instant.parse("2021-03-28T12:30:00Z"), Grain.HOUR.start(at, ZoneId.of("Asia/Kolkata")));
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Instant start = Grain.DAY.start(at, berlin);
    assertEquals(Duration.ofHours(23), Duration.between(start, Grain.DAY.end(start, berlin)));
    assertEquals(Grain.HOUR, Grain.of(Duration.ofDays(3)));
    assertEquals(Grain.DAY, Grain.of(Duration.ofDays(3).plusSeconds(1)));
  }
}
