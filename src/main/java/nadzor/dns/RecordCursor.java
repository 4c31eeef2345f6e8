package nadzor.dns;

import java.util.Arrays;

/**
 * Walks the records of a message with one question, without decoding what they hold. Every place is
 * checked against the message's end; names are skipped, never followed. Not thread-safe.
 */
final class RecordCursor {
  /** The sections after the question. */
  enum Section {
    ANSWER,
    AUTHORITY,
    ADDITIONAL
  }

  private static final int BROKEN = -1;

  private final byte[] message;
  private final int questionEnd;
  private final int answers;
  private final int answersAndAuthority;
  private final int all;
  private int index = -1;
  private int owner;
  private int fixed;
  private int end;

  /** Stands before the first record. */
  RecordCursor(byte[] message) {
    this.message = message;
    boolean header = message.length >= Dns.HEADER;
    answers = header ? Dns.u16(message, 6) : 0;
    answersAndAuthority = header ? answers + Dns.u16(message, 8) : 0;
    all = header ? answersAndAuthority + Dns.u16(message, 10) : 0;
    int nameEnd = header && Dns.u16(message, 4) == 1 ? skipName(Dns.HEADER) : BROKEN;
    questionEnd = nameEnd == BROKEN || nameEnd + 4 > message.length ? BROKEN : nameEnd + 4;
    end = questionEnd;
  }

  /** Whether nothing sensible stands where the walk has come to. */
  boolean isBroken() {
    return end == BROKEN;
  }

  /** The offset after the question. */
  int questionEnd() {
    return questionEnd;
  }

  /** Goes to the next record; false at the end, or where the message is broken. */
  boolean next() {
    if (isBroken() || ++index >= all) {
      return false;
    }
    owner = end;
    fixed = skipName(owner);
    if (fixed == BROKEN || fixed + 10 > message.length) {
      end = BROKEN;
      return false;
    }
    end = fixed + 10 + Dns.u16(message, fixed + 8);
    if (end > message.length) {
      end = BROKEN;
    }
    return !isBroken();
  }

  Section section() {
    if (index < answers) {
      return Section.ANSWER;
    }
    return index < answersAndAuthority ? Section.AUTHORITY : Section.ADDITIONAL;
  }

  /** How many records of the additional section stand before this one. */
  int additionalBefore() {
    return index - answersAndAuthority;
  }

  /** The offset where this record starts. */
  int start() {
    return owner;
  }

  int type() {
    return Dns.u16(message, fixed);
  }

  int recordClass() {
    return Dns.u16(message, fixed + 2);
  }

  int ttlPlace() {
    return fixed + 4;
  }

  /** Seconds; a value with the top bit set is 0 (RFC 2181 section 8). */
  long ttl() {
    long ttl = Dns.u32(message, ttlPlace());
    return ttl > Integer.MAX_VALUE ? 0 : ttl;
  }

  /** The offset where the record's data starts. */
  int dataStart() {
    return fixed + 10;
  }

  int dataLength() {
    return end - fixed - 10;
  }

  /** The octets of the record's data, a fresh array. */
  byte[] data() {
    return Arrays.copyOfRange(message, fixed + 10, end);
  }

  /** The MINIMUM field, which ends an SOA's data; only for such a record of 20 octets or more. */
  long soaMinimum() {
    return Dns.u32(message, end - 4);
  }

  private int skipName(int from) {
    int at = from;
    while (at < message.length && at - from < 255) {
      int label = message[at] & 0xff;
      if (label >= 0xc0) {
        return at + 2;
      }
      if (label > 63) {
        return BROKEN;
      }
      at += 1 + label;
      if (label == 0) {
        return at;
      }
    }
    return BROKEN;
  }
}
