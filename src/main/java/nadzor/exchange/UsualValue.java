package nadzor.exchange;

import java.util.EnumSet;
import java.util.Optional;

/** The values of {@link UsualRecord}s. Not thread-safe. */
final class UsualValue {
  private static final String TAG_END = ">";
  private static final String CDATA = "<![CDATA[";
  private static final String CDATA_END = "]]>";

  private final UsualTag tag;

  UsualValue(SeenTexts seen) {
    tag = new UsualTag(EnumSet.of(RegisterAttribute.TS), seen);
  }

  /** One that was found; it stands behind its tag. */
  record Found(ResourceKind kind, String text, int line, int column, Optional<String> ts) {}

  /** Goes on over one; empty where it is none, or not all of it is there. */
  Optional<Found> take(OctetCursor cursor) {
    Optional<ResourceKind> kind = ResourceKind.next(cursor);
    if (kind.isEmpty() || !tag.take(cursor, TAG_END)) {
      return Optional.empty();
    }
    boolean section = cursor.take(CDATA);
    int start = cursor.at();
    cursor.takeRun(section ? OctetRun.CDATA : OctetRun.TEXT);
    int end = cursor.at();
    if ((section && !cursor.take(CDATA_END)) || !cursor.take(kind.get().closing())) {
      return Optional.empty();
    }
    String text = SeenTexts.text(cursor.octets(), start, end);
    return Optional.of(
        new Found(kind.get(), text, tag.line(), tag.column(), tag.value(RegisterAttribute.TS)));
  }
}
