package nadzor.exchange;

import java.util.EnumSet;
import java.util.Optional;

/**
 * The attributes of a tag, as they stand in octets: of the known names, each once, without
 * references. Used again for the next such tag. Not thread-safe.
 */
final class UsualTag implements RegisterAttribute.Source {
  private static final int COUNT = RegisterAttribute.values().length;

  private final EnumSet<RegisterAttribute> known;
  private final SeenTexts seen;
  private final int[] starts = new int[COUNT];
  private final int[] ends = new int[COUNT];
  private final EnumSet<RegisterAttribute> present = EnumSet.noneOf(RegisterAttribute.class);
  private byte[] octets = {};
  private int line;
  private int column;

  UsualTag(EnumSet<RegisterAttribute> known, SeenTexts seen) {
    this.known = known;
    this.seen = seen;
  }

  /** Goes on from behind the tag's name and over its end; false where it is not as usual. */
  boolean take(OctetCursor cursor, String end) {
    octets = cursor.octets();
    present.clear();
    RegisterAttribute next = RegisterAttribute.ID;
    boolean blank = cursor.takeBlank();
    while (!cursor.take(end)) {
      Optional<RegisterAttribute> name = blank ? next.next(cursor) : Optional.empty();
      if (name.isEmpty() || !takeValue(name.get(), cursor)) {
        return false;
      }
      next = name.get().after();
      blank = cursor.takeBlank();
    }
    line = cursor.line();
    column = cursor.column();
    return true;
  }

  private boolean takeValue(RegisterAttribute name, OctetCursor cursor) {
    boolean twice = cursor.take('"');
    if (!known.contains(name) || !present.add(name) || !(twice || cursor.take('\''))) {
      return false;
    }
    starts[name.place()] = cursor.at();
    cursor.takeRun(twice ? OctetRun.QUOTED : OctetRun.SINGLE_QUOTED);
    ends[name.place()] = cursor.at();
    return cursor.take(twice ? '"' : '\'');
  }

  /** Where it ends. */
  int line() {
    return line;
  }

  /** Behind its end. */
  int column() {
    return column;
  }

  @Override
  public Optional<String> value(RegisterAttribute name) {
    if (!present.contains(name)) {
      return Optional.empty();
    }
    int start = starts[name.place()];
    int end = ends[name.place()];
    return name.isCommon()
        ? seen.common(octets, start, end)
        : Optional.of(SeenTexts.text(octets, start, end));
  }
}
