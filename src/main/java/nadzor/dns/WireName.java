package nadzor.dns;

import nadzor.flow.NameView;

/** Reads names of a message, compressed or not (RFC 1035 section 4.1.4), in place. */
final class WireName {
  private static final int MOST_POINTERS = 32;

  private WireName() {}

  /**
   * Reads a name as dotted lower-case text without the root's dot.
   *
   * @param at where it starts
   * @return false where it is broken; the view is then empty
   */
  static boolean read(byte[] message, int at, NameView into) {
    into.clear();
    int place = at;
    int pointers = 0;
    while (place < message.length) {
      int label = message[place] & 0xff;
      if (label == 0) {
        return true;
      }
      boolean pointer = label >= 0xc0;
      boolean cut = place + 1 + (pointer ? 1 : label) > message.length;
      if (cut || (pointer ? ++pointers > MOST_POINTERS : !take(message, place, label, into))) {
        break;
      }
      place = pointer ? Dns.u16(message, place) & 0x3fff : place + 1 + label;
    }
    into.clear();
    return false;
  }

  private static boolean take(byte[] message, int at, int label, NameView into) {
    boolean room = label < 64 && (into.isEmpty() || into.append((byte) '.'));
    for (int i = at + 1; room && i <= at + label; i++) {
      // A dot inside a label must not look like one between two, as in the parser of questions.
      room = into.append(message[i] == '.' ? 0 : message[i]);
    }
    return room;
  }
}
