package nadzor.exchange;

import java.io.IOException;
import org.codehaus.stax2.XMLStreamLocation2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads the records of a register that are as usual without the parser, wherever it stands between
 * two records. Not thread-safe.
 */
final class UsualRecords {
  private final XmlFeed feed;
  private final XmlPlaces places;
  private final RegisterIntake records;
  private final OctetCursor cursor = new OctetCursor();
  private final UsualRecord record = new UsualRecord();

  UsualRecords(XmlFeed feed, XmlPlaces places, RegisterIntake records) {
    this.feed = feed;
    this.places = places;
    this.records = records;
  }

  /** Behind the tag of the root: nothing is as usual in another encoding or version of XML. */
  void begin(XMLStreamReader2 xml) throws IOException {
    boolean usual =
        "windows-1251".equalsIgnoreCase(xml.getCharacterEncodingScheme())
            && "1.0".equals(xml.getVersion())
            && feed.isTaken(xml.getLocationInfo().getCurrentLocation().getCharacterOffset());
    if (usual) {
      feed.endPortionsWith(UsualRecord.END);
      read(xml);
    } else {
      feed.giveAll();
    }
  }

  /** Behind the end of an element of the depth of records. */
  void read(XMLStreamReader2 xml) throws IOException {
    XMLStreamLocation2 now = xml.getLocationInfo().getCurrentLocation();
    if (feed.isTaken(now.getCharacterOffset())) {
      int parsersLine = now.getLineNumber();
      int parsersColumn = now.getColumnNumber();
      feed.show(cursor);
      int line = places.line(parsersLine);
      int column = places.column(parsersLine, parsersColumn);
      cursor.place(line, column);
      while (record.take(cursor)) {
        line = cursor.line();
        column = cursor.column();
        feed.skipTo(cursor.at());
        record.tell(records);
      }
      places.skipped(parsersLine, parsersColumn, line, column);
    }
  }
}
