package nadzor.exchange;

import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Writes the register as operators fetch it, in windows-1251. */
final class RegisterXmlWriter implements WrittenFormat {
  private final StringBuilder text = new StringBuilder();
  private final RegisterGroup group = new RegisterGroup(this::record);
  private Optional<Outlet> outlet = Optional.empty();

  @Override
  public Charset charset() {
    return Mojibake.WINDOWS_1251;
  }

  @Override
  public void begin(Heading heading, Outlet out) throws IOException {
    outlet = Optional.of(out);
    out.line("<?xml version=\"1.0\" encoding=\"windows-1251\"?>");
    text.append("<reg:register xmlns:reg=\"http://rsoc.ru\" xmlns:tns=\"http://rsoc.ru\"");
    for (String key : List.of("updateTime", "updateTimeUrgently", "formatVersion")) {
      attribute(key, heading.value(key));
    }
    text.append(">\n");
    flush(out);
  }

  @Override
  public void item(ListItem item, Outlet out) throws IOException {
    if (item.details() instanceof TestSite) {
      out.reduce(item, Loss.SITE, "no categories here");
    }
    group.add(item, out);
  }

  @Override
  public void end(Outlet out) throws IOException {
    group.flush();
    out.line("</reg:register>");
  }

  private void record(RegisterContent content, List<RegisterGroup.Value> values)
      throws IOException {
    text.append(" <content");
    attribute("id", content.id());
    attribute("includeTime", content.includeTime());
    attribute("entryType", content.entryType());
    attribute("urgencyType", content.urgencyType());
    attribute("blockType", content.blockType());
    attribute("hash", content.hash());
    attribute("ts", content.ts());
    text.append(">\n  <decision");
    attribute("date", content.date());
    attribute("number", content.number());
    attribute("org", content.org());
    text.append("/>\n");
    values.forEach(this::value);
    text.append(" </content>\n");
    if (outlet.isPresent()) {
      flush(outlet.get());
    }
  }

  private void value(RegisterGroup.Value value) {
    String element = value.kind().element();
    text.append("  <").append(element);
    attribute("ts", value.ts());
    text.append('>');
    boolean characters = !value.kind().isAddress();
    boolean safe = CharMatcher.ascii().matchesAllOf(value.text()) && !value.text().contains("]]>");
    if (characters && safe) {
      text.append("<![CDATA[").append(value.text()).append("]]>");
    } else {
      escape(value.text());
    }
    text.append("</").append(element).append(">\n");
  }

  private void attribute(String name, OptionalInt value) {
    value.ifPresent(number -> attribute(name, Optional.of(String.valueOf(number))));
  }

  private void attribute(String name, Optional<String> value) {
    if (value.isPresent()) {
      text.append(' ').append(name).append("=\"");
      escape(value.get());
      text.append('"');
    }
  }

  /** What the encoding has not is a character reference. */
  private void escape(String value) {
    CharsetEncoder encoder = Mojibake.WINDOWS_1251.newEncoder();
    value.codePoints().forEach(point -> escape(point, encoder));
  }

  private void escape(int point, CharsetEncoder encoder) {
    switch (point) {
      case '<' -> text.append("&lt;");
      case '>' -> text.append("&gt;");
      case '&' -> text.append("&amp;");
      case '"' -> text.append("&quot;");
      default -> {
        boolean plain = point >= ' ' && point < 0x7f;
        boolean letter = point >= 0xa0 && encoder.canEncode(Character.toString(point));
        if (plain || letter) {
          text.appendCodePoint(point);
        } else {
          text.append("&#").append(point).append(';');
        }
      }
    }
  }

  private void flush(Outlet out) throws IOException {
    out.write(text.toString());
    text.setLength(0);
  }

  @Override
  public Set<Loss> losses() {
    Set<Loss> losses = RegisterGroup.losses();
    losses.add(Loss.SITE);
    return losses;
  }
}
