package nadzor.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * A record of a register as nearly all of them are written, in octets of windows-1251: elements and
 * attributes that are known, without prefixes, references, comments or instructions, a value all in
 * a CDATA section or all outside of one. Whatever is written otherwise is left to a parser of XML.
 * Not thread-safe.
 */
final class UsualRecord {
  static final String END = "</content>";
  private static final String CONTENT = "<content";
  private static final String DECISION = "<decision";
  private static final String TAG_END = ">";
  private static final String EMPTY_END = "/>";

  private final SeenTexts seen = new SeenTexts();
  private final UsualTag content =
      new UsualTag(EnumSet.range(RegisterAttribute.ID, RegisterAttribute.TS), seen);
  private final UsualTag decision =
      new UsualTag(EnumSet.range(RegisterAttribute.DATE, RegisterAttribute.ORG), seen);
  private final UsualValue value = new UsualValue(seen);
  private final List<UsualValue.Found> values = new ArrayList<>();
  private boolean decided;

  /** Goes on over one, and blanks before it; false where it is none, or not all of it is there. */
  boolean take(OctetCursor cursor) {
    values.clear();
    decided = false;
    cursor.takeBlank();
    if (!cursor.take(CONTENT) || !content.take(cursor, TAG_END)) {
      return false;
    }
    cursor.takeBlank();
    while (!cursor.take(END)) {
      if (!takePart(cursor)) {
        return false;
      }
      cursor.takeBlank();
    }
    return true;
  }

  private boolean takePart(OctetCursor cursor) {
    if (cursor.take(DECISION)) {
      boolean first = !decided;
      decided = true;
      return first && decision.take(cursor, EMPTY_END);
    }
    Optional<UsualValue.Found> found = value.take(cursor);
    found.ifPresent(values::add);
    return found.isPresent();
  }

  /** Tells its parts, in the order in which a parser tells them. */
  void tell(RegisterIntake records) throws IOException {
    records.begin(content, content.line(), content.column());
    if (decided) {
      records.decision(decision, decision.line(), decision.column());
    }
    for (UsualValue.Found found : values) {
      records.value(found.kind(), found.text(), found.line(), found.column(), found.ts());
    }
    records.end();
  }
}
