package nadzor.impact.traffic;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import nadzor.flow.EnumWords;

/** The formats of traffic logs. All but Parquet may be packed with gzip. */
public enum TrafficFormat {
  /** CSV with a heading. */
  CSV,
  /** A JSON object a line. */
  JSON_LINES,
  /** Apache Parquet. */
  PARQUET,
  /** dnstap in Frame Streams. */
  DNSTAP,
  /** BIND's query log. */
  BIND,
  /** Unbound with {@code log-queries}. */
  UNBOUND,
  /** dnsmasq with {@code log-queries}. */
  DNSMASQ,
  /** libpcap. */
  PCAP,
  /** pcapng. */
  PCAPNG;

  /** How many octets of a file are looked at. */
  static final int HEAD = 65_536;

  /** The word in commands, as {@code json-lines}. */
  public String word() {
    return EnumWords.of(this);
  }

  /**
   * The format of that word.
   *
   * @throws IllegalArgumentException if there is none; the message names those there are
   */
  public static TrafficFormat of(String word) {
    return EnumWords.find(TrafficFormat.class, "format", word);
  }

  /**
   * The format of a file by how it begins; empty where that fits none.
   *
   * @param head up to {@value #HEAD} octets, unpacked
   */
  static Optional<TrafficFormat> detect(byte[] head) {
    String magic = HexFormat.of().formatHex(head, 0, Math.min(4, head.length));
    return switch (magic) {
      case "50415231" -> Optional.of(PARQUET);
      case "a1b2c3d4", "d4c3b2a1", "a1b23c4d", "4d3cb2a1" -> Optional.of(PCAP);
      case "0a0d0d0a" -> Optional.of(PCAPNG);
      case "00000000" -> Optional.of(DNSTAP);
      default -> ofText(new String(head, StandardCharsets.UTF_8));
    };
  }

  private static Optional<TrafficFormat> ofText(String text) {
    if (text.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    String start = text.startsWith("\ufeff") ? text.substring(1) : text;
    if (start.stripLeading().startsWith("{")) {
      return Optional.of(JSON_LINES);
    }
    return start
        .lines()
        .map(TrafficFormat::ofLine)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> start.isBlank() ? Optional.empty() : Optional.of(CSV));
  }

  private static Optional<TrafficFormat> ofLine(String line) {
    if (new BindForm().question(line).isPresent()) {
      return Optional.of(BIND);
    }
    if (new UnboundForm().question(line).isPresent()) {
      return Optional.of(UNBOUND);
    }
    return new DnsmasqForm().question(line).map(row -> DNSMASQ);
  }

  /** Its reader; empty for Parquet, which DuckDB reads. */
  Optional<TrafficReader> reader(Columns columns) {
    return switch (this) {
      case CSV -> Optional.of(new CsvReader(columns));
      case JSON_LINES -> Optional.of(new JsonLinesReader(columns));
      case PARQUET -> Optional.empty();
      case DNSTAP -> Optional.of(new DnstapReader());
      case BIND -> Optional.of(new BindForm().reader());
      case UNBOUND -> Optional.of(new UnboundForm().reader());
      case DNSMASQ -> Optional.of(new DnsmasqForm().reader());
      case PCAP -> Optional.of(new PcapReader());
      case PCAPNG -> Optional.of(new PcapngReader());
    };
  }
}
