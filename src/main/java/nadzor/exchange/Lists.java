package nadzor.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Reads and writes lists, streaming, in constant memory. A list counts only once its reading has
 * returned: what was given before a {@link BadList} is a part of it. Thread-safe.
 */
public final class Lists {
  private Lists() {}

  /**
   * Reads a file, unpacking zip and gzip; refuses one that changes meanwhile.
   *
   * @throws BadList if it cannot be read on; the message names file, line, column, what was found
   *     and what was expected
   */
  public static Conversion read(Path file, Reading how, Receiver to) throws IOException {
    Tally tally = new Tally();
    Intake in = new Intake(file.toString(), how, to, tally);
    ListFile.of(file, in).read(how, in, Lists::read);
    return tally.conversion();
  }

  /** The same of a stream, which is not closed; the name stands in reports, and helps detection. */
  public static Conversion read(InputStream source, String name, Reading how, Receiver to)
      throws IOException {
    Tally tally = new Tally();
    ListFile.read(source, name, how, new Intake(name, how, to, tally), Lists::read);
    return tally.conversion();
  }

  static void read(Format format, InputStream source, Intake in) throws IOException {
    if (format == Format.REGISTER_XML) {
      RegisterXmlReader.read(source, in);
      return;
    }
    if (format == Format.ADBLOCK) {
      AdblockReader.read(source, in);
      return;
    }
    LineFormat lines = lines(format);
    LineFormat.read(lines, new LineSource(source, lines.charset()), in);
  }

  private static LineFormat lines(Format format) {
    return switch (format) {
      case REGISTER_CSV -> new RegisterCsvReader();
      case RPZ -> new RpzReader();
      case HOSTS -> new HostsReader();
      case DNSMASQ -> new DnsmasqReader();
      case UNBOUND -> new UnboundReader();
      case CITIZEN_LAB -> new CitizenLabReader();
      case JSON_LINES -> new JsonLinesReader();
      case PLAIN, REGISTER_XML, ADBLOCK -> new PlainReader();
    };
  }

  /**
   * A writer of that format.
   *
   * @param listener is told what is lost; of an item's remarks only the kinds DROPPED and REDUCED
   * @throws IllegalArgumentException if the format is only read
   */
  public static ListWriter writer(Format format, OutputStream target, RemarkListener listener) {
    WrittenFormat written = written(format);
    Tally tally = new Tally();
    Outlet out = new Outlet(target, written.charset(), listener, tally);
    return new ListWriter(written, out, tally);
  }

  private static WrittenFormat written(Format format) {
    return switch (format) {
      case REGISTER_XML -> new RegisterXmlWriter();
      case REGISTER_CSV -> new RegisterCsvWriter();
      case RPZ -> new RpzWriter();
      case HOSTS -> new HostsWriter();
      case DNSMASQ -> new DnsmasqWriter();
      case PLAIN -> new PlainWriter();
      case CITIZEN_LAB -> new CitizenLabWriter();
      case JSON_LINES -> new JsonLinesWriter();
      case UNBOUND, ADBLOCK ->
          throw new IllegalArgumentException(
              "found '" + format.word() + "' as a format to write, which is only read");
    };
  }

  /** What a format that can be written cannot hold; nothing else is ever lost in it. */
  public static Set<Loss> losses(Format format) {
    return Set.copyOf(written(format).losses());
  }

  /**
   * Reads files as a {@link Bundle} and writes all their items as one list; the heading is that of
   * the first that has one. Progress counts the octets of all files.
   *
   * @throws BadList if one of them cannot be read on; what was written is then incomplete
   */
  public static Conversion convert(
      List<Path> files, Reading how, Format to, OutputStream target, ConversionWatch watch)
      throws IOException {
    Conversion sum = Conversion.NOTHING;
    ListWriter writer = writer(to, target, watch);
    try (writer;
        Bundle bundle = Bundle.of(files, how)) {
      for (Path file : files) {
        sum = sum.plus(bundle.read(file, new WriterFeed(writer, watch, sum.octets())));
      }
    }
    Conversion written = writer.conversion();
    return sum.plus(new Conversion(0, written.written(), 0, written.remarks()));
  }
}
