package nadzor.dns;

/**
 * Finds Encrypted ClientHello in the data of one SVCB or HTTPS record (RFC 9460 section 2.2): the
 * parameter itself, and its mention among the mandatory ones (section 8). What is not well-formed
 * is left alone.
 */
final class SvcParameters {
  private static final int MANDATORY = 0;
  private static final int ECH = 5;
  private static final int FIXED = 4;

  private final byte[] message;
  private final int start;
  private final int end;

  /** Of the data in {@code [start, end)}. */
  SvcParameters(byte[] message, int start, int end) {
    this.message = message;
    this.start = start;
    this.end = end;
  }

  /**
   * Notes what is to leave; nothing where there is no such parameter.
   *
   * @param patched a copy of the message, in which the length of a shorter list is set right
   */
  void cutEch(Cuts cuts, byte[] patched) {
    int first = firstParameter();
    if (first < 0 || !isWellFormed(first) || find(ECH, first) == end) {
      return;
    }
    int mandatory = find(MANDATORY, first);
    if (mandatory < end) {
      cutMention(mandatory, cuts, patched);
    }
    int ech = find(ECH, first);
    cuts.add(ech, after(ech) - ech);
  }

  private void cutMention(int mandatory, Cuts cuts, byte[] patched) {
    int length = Dns.u16(message, mandatory + 2);
    for (int at = mandatory + FIXED; at < after(mandatory); at += 2) {
      if (Dns.u16(message, at) == ECH && length == 2) {
        cuts.add(mandatory, FIXED + 2); // an empty list is not allowed
        return;
      }
      if (Dns.u16(message, at) == ECH) {
        cuts.add(at, 2);
        Dns.u16(patched, mandatory + 2, length - 2);
        return;
      }
    }
  }

  /** The offset after priority and target, which is not compressed; -1 where that is broken. */
  private int firstParameter() {
    int at = start + 2;
    while (at < end && message[at] > 0 && message[at] < 64) {
      at += 1 + message[at];
    }
    return at < end && message[at] == 0 ? at + 1 : -1;
  }

  /** Keys ascend, lengths end where the data ends, the list of mandatory keys is even. */
  private boolean isWellFormed(int first) {
    int last = -1;
    int at = first;
    while (at < end) {
      boolean head = at + FIXED <= end && Dns.u16(message, at) > last;
      if (!head || after(at) > end) {
        return false;
      }
      last = Dns.u16(message, at);
      int length = Dns.u16(message, at + 2);
      if (last == MANDATORY && (length == 0 || length % 2 != 0)) {
        return false;
      }
      at = after(at);
    }
    return true;
  }

  /** Where the parameter starts; the end where there is none. */
  private int find(int key, int first) {
    int at = first;
    while (at < end && Dns.u16(message, at) != key) {
      at = after(at);
    }
    return at;
  }

  private int after(int parameter) {
    return parameter + FIXED + Dns.u16(message, parameter + 2);
  }
}
