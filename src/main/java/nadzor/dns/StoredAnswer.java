package nadzor.dns;

import java.util.Arrays;
import java.util.Optional;

/**
 * An upstream's answer, made ready to be served many times: its OPT is cut off (RFC 6891 section
 * 6.2.6: EDNS is between neighbours), the places of its TTLs are known. Immutable; thread-safe.
 */
final class StoredAnswer {
  private static final int LONGEST_LIFE = 86_400;

  private final byte[] octets;
  private final int length;
  private final int life;

  private StoredAnswer(byte[] octets, int length, int life) {
    this.octets = octets;
    this.length = length;
    this.life = life;
  }

  /** Reads what an upstream sent; empty where it does not answer this question, or is broken. */
  static Optional<StoredAnswer> of(byte[] message, Asked asked) {
    RecordCursor cursor = new RecordCursor(message);
    boolean answers = !cursor.isBroken() && (Dns.u16(message, 2) & Dns.QR) != 0;
    if (!answers || !asked.isEchoedBy(message) || cursor.questionEnd() != asked.questionEnd()) {
      return Optional.empty();
    }
    return new Reading(message.clone(), cursor).read();
  }

  /** A copy of the message, without an OPT. */
  byte[] message() {
    return Arrays.copyOf(octets, length);
  }

  /** The same without Encrypted ClientHello. */
  StoredAnswer withoutEch(Asked asked) {
    byte[] message = message();
    byte[] stripped = EchStripper.strip(message);
    return stripped == message ? this : of(stripped, asked).orElse(this);
  }

  /** Seconds for which it may be served again; 0 where it may not. */
  int life() {
    return life;
  }

  /** Roughly the octets that it occupies. */
  int weight() {
    return octets.length + 64;
  }

  /** The most octets that {@link #writeTo} may write. */
  int room(Asked asked) {
    return show(new AnswerView()).room(asked);
  }

  /** As {@link AnswerView#writeTo}. */
  int writeTo(byte[] out, Asked asked, int ageSeconds, Role role) {
    return show(new AnswerView()).writeTo(out, asked, ageSeconds, role);
  }

  /** Shows the answer where it lies. */
  AnswerView show(AnswerView view) {
    return view.set(octets, 0, length, ttls());
  }

  /** The message with the offsets of its TTLs behind it, as {@link AnswerView} reads them. */
  byte[] octets() {
    return octets;
  }

  /** The octets of the message. */
  int length() {
    return length;
  }

  /** How many TTLs there are. */
  int ttls() {
    return (octets.length - length) / AnswerView.OFFSET;
  }

  /** One pass over the records. */
  private static final class Reading {
    private final byte[] message; // a copy: the upstream may keep its own
    private final RecordCursor cursor;
    private int[] places = new int[8];
    private int count;
    private long least = LONGEST_LIFE;
    private boolean soa;
    private boolean answer;

    Reading(byte[] message, RecordCursor cursor) {
      this.message = message;
      this.cursor = cursor;
    }

    Optional<StoredAnswer> read() {
      int end = message.length;
      while (cursor.next()) {
        if (cursor.type() == Dns.OPT) {
          end = cutOpt();
          break;
        }
        note();
      }
      boolean readable = !cursor.isBroken() && end > 0;
      return readable ? Optional.of(new StoredAnswer(packed(end), end, life())) : Optional.empty();
    }

    private byte[] packed(int end) {
      byte[] packed = Arrays.copyOf(message, end + count * AnswerView.OFFSET);
      for (int i = 0; i < count; i++) {
        Dns.u16(packed, end + i * AnswerView.OFFSET, places[i]);
      }
      return packed;
    }

    /** Drops the OPT and what follows it; 0 where its extended RCODE tells of an error. */
    private int cutOpt() {
      boolean misplaced = cursor.section() != RecordCursor.Section.ADDITIONAL;
      if (misplaced || message[cursor.ttlPlace()] != 0) {
        return 0;
      }
      Dns.u16(message, 10, cursor.additionalBefore());
      return cursor.start();
    }

    private void note() {
      long ttl = cursor.ttl();
      boolean authority = cursor.section() == RecordCursor.Section.AUTHORITY;
      if (authority && cursor.type() == Dns.SOA && cursor.dataLength() >= 22) {
        soa = true;
        ttl = Math.min(ttl, cursor.soaMinimum()); // RFC 2308 section 5
      }
      answer |= cursor.section() == RecordCursor.Section.ANSWER;
      Dns.u32(message, cursor.ttlPlace(), ttl);
      least = Math.min(least, ttl);
      if (count == places.length) {
        places = Arrays.copyOf(places, count * 2);
      }
      places[count++] = cursor.ttlPlace();
    }

    private int life() {
      int flags = Dns.u16(message, 2);
      int rcode = flags & Dns.RCODE;
      boolean usual = rcode == Dns.NOERROR || rcode == Dns.NXDOMAIN;
      boolean bounded = soa || (answer && rcode == Dns.NOERROR);
      return usual && bounded && (flags & Dns.TC) == 0 ? (int) least : 0;
    }
  }
}
