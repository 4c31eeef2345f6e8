package nadzor.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.codehaus.stax2.XMLStreamLocation2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads the records of a register that are as usual without the parser, wherever it stands between
 * two records. Not thread-safe.
 */
final class UsualRecords {
  private static final int HEAD = 100;
  private static final Pattern DECLARATION =
      Pattern.compile(
          "<\\?xml version=['\"]1\\.0['\"] encoding=['\"](?i:windows-1251)['\"]\\s*\\?>");
  private static final String TAG_END = ">";

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

  /** Looks whether a file begins as a register usually does: only then any record is as usual. */
  static void prepare(InputStream source, XmlFeed feed) throws IOException {
    if (source.markSupported()) {
      source.mark(HEAD);
      String head = new String(source.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
      source.reset();
      if (DECLARATION.matcher(head).lookingAt()) {
        feed.endPortionsWith(TAG_END);
      }
    }
  }

  /** Behind the tag of the root. */
  void begin(XMLStreamReader2 xml) throws IOException {
    if (feed.isTaken(xml.getLocationInfo().getCurrentLocation().getCharacterOffset())) {
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
      while (record.take(cursor) && feed.skipTo(cursor.at())) {
        line = cursor.line();
        column = cursor.column();
        record.tell(records);
      }
      places.skipped(parsersLine, parsersColumn, line, column);
    }
  }
}
