package nadzor.dns;

/**
 * Takes Encrypted ClientHello out of every HTTPS and SVCB record of a message, as a resolver does
 * that wants names to stay visible. Later names keep pointing to where they pointed.
 */
final class EchStripper {
  private static final int POINTER = 0xc000;

  private final byte[] message;
  private final byte[] patched;
  private final Cuts cuts = new Cuts();

  private EchStripper(byte[] message) {
    this.message = message;
    patched = message.clone();
  }

  /** The message without it; the same array where there is none, or the message is broken. */
  static byte[] strip(byte[] message) {
    EchStripper stripper = new EchStripper(message);
    return stripper.find() ? stripper.stripped() : message;
  }

  private boolean find() {
    RecordCursor cursor = new RecordCursor(message);
    while (cursor.next()) {
      if (cursor.type() == Dns.SVCB || cursor.type() == Dns.HTTPS) {
        int end = cursor.dataStart() + cursor.dataLength();
        int before = cuts.before(message.length);
        new SvcParameters(message, cursor.dataStart(), end).cutEch(cuts, patched);
        int cut = cuts.before(message.length) - before;
        Dns.u16(patched, cursor.dataStart() - 2, cursor.dataLength() - cut);
      }
    }
    return !cursor.isBroken() && !cuts.isEmpty();
  }

  private byte[] stripped() {
    RecordCursor cursor = new RecordCursor(message);
    while (cursor.next()) {
      repoint(cursor.start());
      int data = cursor.dataStart();
      // The types whose names may be compressed (RFC 3597 section 4), as far as they are in use.
      switch (cursor.type()) {
        case Dns.NS, Dns.CNAME, Dns.PTR, Dns.DNAME -> repoint(data);
        case Dns.MX -> repoint(data + 2);
        case Dns.SRV -> repoint(data + 6);
        case Dns.SOA -> repoint(repoint(data));
        default -> {}
      }
    }
    return cuts.applied(patched);
  }

  /** Sets the pointer of the name that starts here right; returns the offset after the name. */
  private int repoint(int name) {
    int at = name;
    while (at + 1 < message.length && message[at] > 0) {
      at += 1 + message[at];
    }
    if (at + 1 >= message.length || (message[at] & 0xc0) != 0xc0) {
      return at + 1;
    }
    int target = Dns.u16(message, at) & ~POINTER;
    Dns.u16(patched, at, POINTER | (target - cuts.before(target)));
    return at + 2;
  }
}
