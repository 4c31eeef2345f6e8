package nadzor.exchange;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** The attributes of a register's elements. */
enum RegisterAttribute {
  ID(0, "id", false),
  INCLUDE_TIME(1, "includeTime", true),
  ENTRY_TYPE(2, "entryType", true),
  URGENCY_TYPE(3, "urgencyType", true),
  BLOCK_TYPE(4, "blockType", true),
  HASH(5, "hash", false),
  TS(6, "ts", true),
  DATE(7, "date", true),
  NUMBER(8, "number", true),
  ORG(9, "org", true);

  private static final ImmutableList<RegisterAttribute> ALL = ImmutableList.copyOf(values());

  private final int place;
  private final String word;
  private final String beginning;
  private final boolean common;
  private final Optional<RegisterAttribute> itself = Optional.of(this);

  RegisterAttribute(int place, String word, boolean common) {
    this.place = place;
    this.word = word;
    this.beginning = word + "=";
    this.common = common;
  }

  /** Its name. */
  String word() {
    return word;
  }

  /** Where it stands among them, from 0. */
  int place() {
    return place;
  }

  /** Whether many records have the same value. */
  boolean isCommon() {
    return common;
  }

  /** Goes on over the name of one of them and its equals sign, looking for this one first. */
  Optional<RegisterAttribute> next(OctetCursor cursor) {
    RegisterAttribute one = this;
    for (int i = 0; i < ALL.size(); i++) {
      if (cursor.take(one.beginning)) {
        return one.itself;
      }
      one = one.after();
    }
    return Optional.empty();
  }

  /** The one behind it. */
  RegisterAttribute after() {
    return ALL.get((place + 1) % ALL.size());
  }

  /** What an element has of them. */
  @FunctionalInterface
  interface Source {
    Optional<String> value(RegisterAttribute name);
  }
}
