package nadzor.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everything that came of a list. */
final class Taken implements Receiver {
  static final Path LISTS = Path.of("test-data/lists");

  final List<ListItem> items = new ArrayList<>();
  final List<Remark> remarks = new ArrayList<>();
  Heading heading = Heading.NONE;
  Conversion conversion = Conversion.NOTHING;

  static Taken of(byte[] octets, String name, Reading how) throws IOException {
    Taken taken = new Taken();
    taken.conversion = Lists.read(new ByteArrayInputStream(octets), name, how, taken);
    return taken;
  }

  static Taken of(String text, Format format) throws IOException {
    return of(text.getBytes(StandardCharsets.UTF_8), "list", Reading.of(format));
  }

  static Taken of(Path file, Reading how) throws IOException {
    Taken taken = new Taken();
    taken.conversion = Lists.read(file, how, taken);
    return taken;
  }

  @Override
  public void heading(Heading what) {
    heading = what;
  }

  @Override
  public void item(ListItem item) {
    items.add(item);
  }

  @Override
  public void remark(Remark remark) {
    remarks.add(remark);
  }

  /** The same items, written. */
  byte[] written(Format format) throws IOException {
    return written(format, new ArrayList<>());
  }

  byte[] written(Format format, List<Remark> lost) throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (ListWriter writer = Lists.writer(format, octets, lost::add)) {
      writer.heading(heading);
      for (ListItem item : items) {
        writer.item(item);
      }
    }
    return octets.toByteArray();
  }

  /** One line for each item and remark. */
  String text() {
    StringBuilder text = new StringBuilder();
    heading.values().forEach((key, value) -> text.append(key + " = " + value + "\n"));
    items.forEach(item -> text.append(line(item)).append('\n'));
    remarks.forEach(remark -> text.append(remark).append('\n'));
    return text.toString();
  }

  static String line(ListItem item) {
    Prescription said = item.prescription();
    return item.at().line()
        + ":"
        + item.at().column()
        + " "
        + said.act().word()
        + " "
        + item.target()
        + item.matcher()
            .filter(what -> !what.toString().equals(item.target().toString()))
            .map(what -> " = " + what)
            .orElse("")
        + (said.ttl().isPresent() ? " ttl " + said.ttl().getAsLong() : "")
        + (said.data().isEmpty() ? "" : " " + said.data());
  }
}
