package nadzor.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The attributes of a register's elements. */
enum RegisterAttribute {
  ID("id", false),
  INCLUDE_TIME("includeTime", true),
  ENTRY_TYPE("entryType", true),
  URGENCY_TYPE("urgencyType", true),
  BLOCK_TYPE("blockType", true),
  HASH("hash", false),
  TS("ts", true),
  DATE("date", true),
  NUMBER("number", true),
  ORG("org", true);

  private static final RegisterAttribute[] ALL = values();

  private final String word;
  private final byte[] beginning;
  private final boolean common;
  private final Optional<RegisterAttribute> itself = Optional.of(this);

  RegisterAttribute(String word, boolean common) {
    this.word = word;
    this.beginning = (word + "=").getBytes(StandardCharsets.US_ASCII);
    this.common = common;
  }

  /** Its name. */
  String word() {
    return word;
  }

  /** Whether many records have the same value. */
  boolean isCommon() {
    return common;
  }

  /** Goes on over the name of one of them and its equals sign, looking for this one first. */
  Optional<RegisterAttribute> next(OctetCursor cursor) {
    RegisterAttribute one = this;
    for (int i = 0; i < ALL.length; i++) {
      if (cursor.take(one.beginning)) {
        return one.itself;
      }
      one = one.after();
    }
    return Optional.empty();
  }

  /** The one behind it. */
  RegisterAttribute after() {
    return ordinal() + 1 < ALL.length ? ALL[ordinal() + 1] : ID;
  }

  /** What an element has of them. */
  @FunctionalInterface
  interface Source {
    Optional<String> value(RegisterAttribute name);
  }
}
