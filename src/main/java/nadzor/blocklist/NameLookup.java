package nadzor.blocklist;

import nadzor.flow.NameView;

/** Asks a base and its overlay for names by whole labels. Immutable, thread-safe. */
record NameLookup(Entries base, Entries overlay) {

  /** Rules of the name and those that reach it from above. */
  Match find(NameView name) {
    byte[] octets = name.buffer();
    int length = name.length();
    Match found = Match.NONE;
    long hash = OctetHash.START;
    for (int i = length - 1; i >= 0; i--) {
      hash = OctetHash.step(hash, octets[i]);
      if (i == 0 || octets[i - 1] == '.') {
        Match here = level(OctetHash.mix(hash), octets, i, length);
        found = found == Match.NONE ? here : here.plus(found);
      }
    }
    return found;
  }

  /** Rules of the name itself. */
  Match findExact(NameView name) {
    int length = name.length();
    return level(OctetHash.backwards(name.buffer(), 0, length), name.buffer(), 0, length);
  }

  private Match level(long mixed, byte[] octets, int from, int to) {
    int reach = from == 0 ? RuleCode.SELF : RuleCode.UNDER;
    if (overlay.size() > 0) {
      int offset = overlay.locate(mixed, octets, from, to);
      if (offset != Entries.ABSENT) {
        return match(overlay, offset, reach);
      }
    }
    int offset = base.locate(mixed, octets, from, to);
    return offset == Entries.ABSENT ? Match.NONE : match(base, offset, reach);
  }

  /** Nothing is made where no rule reaches. */
  private static Match match(Entries in, int offset, int reach) {
    return orders(in, offset, reach) == 0 ? Match.NONE : in.match(offset, reach);
  }

  private static int orders(Entries in, int offset, int reach) {
    return reach == RuleCode.SELF ? in.self(offset) : in.under(offset);
  }

  /** The measures of {@link #find}, as bits. Never allocates. */
  int orders(NameView name) {
    byte[] octets = name.buffer();
    int length = name.length();
    int found = 0;
    long hash = OctetHash.START;
    for (int i = length - 1; i >= 0; i--) {
      hash = OctetHash.step(hash, octets[i]);
      if (i == 0 || octets[i - 1] == '.') {
        found |= levelOrders(OctetHash.mix(hash), octets, i, length);
      }
    }
    return found;
  }

  /** The measures of {@link #findExact}, as bits. Never allocates. */
  int ordersExactly(NameView name) {
    int length = name.length();
    return levelOrders(OctetHash.backwards(name.buffer(), 0, length), name.buffer(), 0, length);
  }

  private int levelOrders(long mixed, byte[] octets, int from, int to) {
    int reach = from == 0 ? RuleCode.SELF : RuleCode.UNDER;
    if (overlay.size() > 0) {
      int offset = overlay.locate(mixed, octets, from, to);
      if (offset != Entries.ABSENT) {
        return orders(overlay, offset, reach);
      }
    }
    int offset = base.locate(mixed, octets, from, to);
    return offset == Entries.ABSENT ? 0 : orders(base, offset, reach);
  }
}
