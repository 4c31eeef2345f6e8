package nadzor.exchange;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;

/**
 * The parser of XML: nothing outside of the file is read, no entity is replaced, and all that it
 * holds at once is bounded.
 */
final class XmlParsing {
  private XmlParsing() {}

  static XMLInputFactory factory() {
    WstxInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    // XmlFeed bounds it, in octets as all the rest, and says so.
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, Integer.MAX_VALUE);
    // What is parsed only when it is asked for would fail there, and not as what next() declares.
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    return factory;
  }

  /** What the parser says of a file, as readers say it. */
  static IOException broken(XMLStreamException e, Location now, XmlPlaces places, Intake in) {
    if (e.getNestedException() instanceof BadList bad) {
      return bad;
    }
    Location at = Optional.ofNullable(e.getLocation()).orElse(now);
    in.at(places.line(Math.max(1, at.getLineNumber())), "");
    return in.broken(
        e instanceof WstxEOFException ? Fault.TRUNCATED : Fault.SHAPE,
        places.column(at.getLineNumber(), at.getColumnNumber()),
        Remark.shown(message(e)),
        "well-formed XML to its end, in the encoding that it declares");
  }

  private static String message(XMLStreamException e) {
    return String.valueOf(e.getMessage())
        .replaceFirst("(?s)\\s+at \\[row,col.*$", "")
        .replaceAll("\\s+", " ");
  }
}
