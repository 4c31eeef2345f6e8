package nadzor.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import javax.xml.stream.Location;
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

  private final XmlFeed feed;
  private final Intake in;
  private final XmlPlaces places;
  private final RegisterIntake records;
  private final UsualRecords usual;
  private final StringBuilder text = new StringBuilder();
  private Optional<Opened> opened = Optional.empty();
  private int depth;

  /** An element with a value. */
  private record Opened(ResourceKind kind, int line, int column, Optional<String> ts) {}

  private RegisterXmlReader(XmlFeed feed, XmlPlaces places, Intake in) {
    this.feed = feed;
    this.in = in;
    this.places = places;
    this.records = new RegisterIntake(in);
    this.usual = new UsualRecords(feed, places, records);
  }

  static void read(InputStream source, Intake in) throws IOException {
    XmlFeed feed = new XmlFeed(source, in);
    UsualRecords.prepare(source, feed);
    read(feed, in);
    drain(source);
  }

  /** The same by the parser alone, slower. */
  static void parse(InputStream source, Intake in) throws IOException {
    read(new XmlFeed(source, in), in);
    drain(source);
  }

  /** The rest is read for the checksum of the archive that it may be in. */
  private static void drain(InputStream source) throws IOException {
    source.transferTo(OutputStream.nullOutputStream());
  }

  static void read(XmlFeed feed, Intake in) throws IOException {
    XMLInputFactory factory = XmlParsing.factory();
    XmlPlaces places = new XmlPlaces();
    try {
      new RegisterXmlReader(feed, places, in)
          .read((XMLStreamReader2) factory.createXMLStreamReader(feed));
    } catch (XMLStreamException e) {
      throw XmlParsing.broken(e, XMLStreamLocation2.NOT_AVAILABLE, places, in);
    }
  }

  private void read(XMLStreamReader2 xml) throws IOException, XMLStreamException {
    try {
      while (xml.hasNext()) {
        event(xml, xml.next());
      }
      xml.close();
    } catch (XMLStreamException e) {
      throw XmlParsing.broken(e, here(xml), places, in);
    }
  }

  /** Behind what was read last: behind the tag of an element that begins. */
  private static XMLStreamLocation2 here(XMLStreamReader2 xml) {
    return xml.getLocationInfo().getCurrentLocation();
  }

  private void event(XMLStreamReader2 xml, int event) throws IOException {
    feed.event();
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(xml);
      case XMLStreamConstants.END_ELEMENT -> end(xml);
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters(xml);
      case XMLStreamConstants.DTD -> throw refused(xml, "a document type declaration", "none");
      case XMLStreamConstants.ENTITY_REFERENCE ->
          throw refused(xml, "the entity &" + Remark.shown(xml.getLocalName()) + ";", "characters");
      default -> {}
    }
  }

  private BadList refused(XMLStreamReader2 xml, String found, String expected) {
    Location at = xml.getLocation();
    in.at(places.line(at.getLineNumber()), "");
    int column = places.column(at.getLineNumber(), at.getColumnNumber());
    return in.broken(Fault.DIRECTIVE, column, found, expected);
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
    int line = places.line(after.getLineNumber());
    int column = places.column(after.getLineNumber(), after.getColumnNumber());
    in.at(line, "");
    if (depth == 1) {
      root(name, xml);
      usual.begin(xml);
    } else if (depth == 2 && name.equals("content")) {
      records.begin(attributes(xml), line, column);
    } else if (depth == 3 && name.equals("decision")) {
      records.decision(attributes(xml), line, column);
    } else if (depth == 3 && kind.isPresent()) {
      Optional<String> ts = attributes(xml).value(RegisterAttribute.TS);
      opened = kind.map(which -> new Opened(which, line, column, ts));
      text.setLength(0);
    } else {
      in.drop(Loss.SETTING, column, name, "an unknown element");
    }
  }

  private static RegisterAttribute.Source attributes(XMLStreamReader2 xml) {
    return name -> Optional.ofNullable(xml.getAttributeValue(null, name.word()));
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

  private void end(XMLStreamReader2 xml) throws IOException {
    if (depth == 3 && opened.isPresent()) {
      Opened value = opened.get();
      opened = Optional.empty();
      records.value(value.kind(), text.toString(), value.line(), value.column(), value.ts());
    } else if (depth == 2) {
      records.end();
      usual.read(xml);
    }
    depth--;
  }
}
