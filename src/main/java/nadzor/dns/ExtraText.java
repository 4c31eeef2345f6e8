package nadzor.dns;

import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;

/**
 * Writes the EXTRA-TEXT of an Extended DNS Error (RFC 8914 section 2): {@code decision D, case C},
 * {@code list F, line N}, or {@code profile P}; UTF-8, octet by octet, so that nothing is
 * allocated. Not thread-safe.
 */
final class ExtraText {
  /** Longer texts are left out: RFC 8914 section 3 asks for short ones. */
  static final int LONGEST = 200;

  private byte[] out = new byte[0];
  private int at;
  private int end;

  /**
   * Writes the text into {@code [from, limit)}.
   *
   * @return the offset after it; {@code from} where it does not fit
   */
  int write(Rule rule, byte[] into, int from, int limit) {
    out = into;
    at = from;
    end = Math.min(limit, from + LONGEST);
    Reason reason = rule.reason();
    if (reason instanceof Reason.OfDecision decision) {
      put("decision ");
      put(decision.decision());
      put(", case ");
      put(decision.caseFile());
    } else if (reason instanceof Reason.OfList list) {
      put("list ");
      put(list.file());
      put(", line ");
      put(list.line());
    } else if (reason instanceof Reason.OfProfile line) {
      put("profile ");
      put(line.profile());
    }
    return at > end ? from : at;
  }

  private void put(int number) {
    if (number >= 10) {
      put(number / 10);
    }
    put((byte) ('0' + number % 10));
  }

  private void put(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length();
      putCodePoint(pair ? Character.toCodePoint(c, text.charAt(++i)) : c);
    }
  }

  private void putCodePoint(int c) {
    if (c < 0x80) {
      put((byte) c);
    } else if (c < 0x800) {
      put((byte) (0xc0 | c >> 6));
      continuation(c);
    } else if (c < 0x10000) {
      put((byte) (0xe0 | c >> 12));
      continuation(c >> 6);
      continuation(c);
    } else {
      put((byte) (0xf0 | c >> 18));
      continuation(c >> 12);
      continuation(c >> 6);
      continuation(c);
    }
  }

  private void continuation(int bits) {
    put((byte) (0x80 | (bits & 0x3f)));
  }

  /** Counts on past the end, so that what did not fit shows. */
  private void put(byte octet) {
    if (at < end) {
      out[at] = octet;
    }
    at++;
  }
}
