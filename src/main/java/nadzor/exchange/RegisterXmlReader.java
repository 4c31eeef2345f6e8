package nadzor.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamLocation2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * The register as operators fetch it (element {@code reg:register} with {@code content} elements),
 * element by element. Document types and entities of its own are refused. Not thread-safe.
 */
final class RegisterXmlReader {
  private static final String LIST = "register";

  private final XmlGuard guard;
  private final Intake in;
  private final StringBuilder text = new StringBuilder();
  private final Ranges ranges = new Ranges();
  private final Ids ids = new Ids();
  private final RegisterRecord values = new RegisterRecord();
  private Optional<RegisterAttributes> content = Optional.empty();
  private Optional<Opened> opened = Optional.empty();
  private int depth;

  /** An element with a value. */
  private record Opened(ResourceKind kind, int line, int column, Optional<String> ts) {}

  private RegisterXmlReader(XmlGuard guard, Intake in) {
    this.guard = guard;
    this.in = in;
  }

  static void read(InputStream source, Intake in) throws IOException {
    XmlGuard guard = new XmlGuard(source, in);
    XMLInputFactory factory = XmlParsing.factory();
    try {
      new RegisterXmlReader(guard, in)
          .read((XMLStreamReader2) factory.createXMLStreamReader(guard));
    } catch (XMLStreamException e) {
      throw XmlParsing.broken(e, XMLStreamLocation2.NOT_AVAILABLE, in);
    }
    // The rest is read for the checksum of the archive that it may be in.
    source.transferTo(OutputStream.nullOutputStream());
  }

  private void read(XMLStreamReader2 xml) throws IOException, XMLStreamException {
    try {
      while (xml.hasNext()) {
        event(xml, xml.next());
      }
      xml.close();
    } catch (XMLStreamException e) {
      throw XmlParsing.broken(e, here(xml), in);
    }
  }

  /** Behind what was read last: behind the tag of an element that begins. */
  private static XMLStreamLocation2 here(XMLStreamReader2 xml) {
    return xml.getLocationInfo().getCurrentLocation();
  }

  private void event(XMLStreamReader2 xml, int event) throws IOException {
    guard.event();
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(xml);
      case XMLStreamConstants.END_ELEMENT -> end();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters(xml);
      case XMLStreamConstants.DTD -> throw refused(xml, "a document type declaration", "none");
      case XMLStreamConstants.ENTITY_REFERENCE ->
          throw refused(xml, "the entity &" + Remark.shown(xml.getLocalName()) + ";", "characters");
      default -> {}
    }
  }

  private BadList refused(XMLStreamReader2 xml, String found, String expected) {
    in.at(xml.getLocation().getLineNumber(), "");
    return in.broken(Fault.DIRECTIVE, xml.getLocation().getColumnNumber(), found, expected);
  }

  private void characters(XMLStreamReader2 xml) throws IOException {
    if (opened.isPresent()) {
      text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      if (text.length() > in.limits().line()) {
        throw in.broken(
            Fault.LIMIT, 1, "a value of more than " + in.limits().line() + " characters", "less");
      }
    }
  }

  private void start(XMLStreamReader2 xml) throws IOException {
    depth++;
    String name = xml.getLocalName();
    Optional<ResourceKind> kind = ResourceKind.of(name);
    XMLStreamLocation2 after = here(xml);
    int line = after.getLineNumber();
    int column = after.getColumnNumber();
    in.at(line, "");
    if (depth == 1) {
      root(name, xml);
    } else if (depth == 2 && name.equals("content")) {
      content = Optional.of(RegisterAttributes.content(xml, column, in));
      values.clear();
    } else if (depth == 3 && name.equals("decision")) {
      content = Optional.of(RegisterAttributes.require(content, in).decision(xml, column, in));
    } else if (depth == 3 && kind.isPresent()) {
      Optional<String> ts = Optional.ofNullable(xml.getAttributeValue(null, "ts"));
      opened = kind.map(which -> new Opened(which, line, column, ts));
      text.setLength(0);
    } else {
      in.drop(Loss.SETTING, column, name, "an unknown element");
    }
  }

  private void root(String name, XMLStreamReader2 xml) throws IOException {
    if (!name.equals(LIST)) {
      throw in.broken(Fault.SHAPE, 1, "the element " + Remark.shown(name), "register");
    }
    Heading heading = Heading.NONE;
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      heading = heading.with(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    in.heading(heading);
  }

  private void end() throws IOException {
    if (depth == 3 && opened.isPresent()) {
      Opened value = opened.get();
      opened = Optional.empty();
      values.add(value.kind(), text.toString(), value.line(), value.column(), value.ts(), in);
    } else if (depth == 2 && content.isPresent()) {
      RegisterAttributes all = content.get();
      content = Optional.empty();
      give(all);
    }
    depth--;
  }

  private void give(RegisterAttributes all) throws IOException {
    in.at(all.content().row(), "");
    if (all.content().id().isPresent() && !ids.add(all.content().id().getAsInt())) {
      in.refuse(Fault.DUPLICATE, 1, "id " + all.content().id().getAsInt() + " again", "an id once");
    } else if (values.isEmpty()) {
      in.refuse(Fault.SHAPE, 1, "a record without URL, domain and address", "at least one");
    } else {
      values.give(all.content(), ranges, in);
    }
  }
}
