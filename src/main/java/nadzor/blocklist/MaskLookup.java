package nadzor.blocklist;

import java.util.ArrayList;
import java.util.List;
import nadzor.flow.NameView;

/** Asks a base and its overlay for the masks that hold a name. Immutable, thread-safe. */
record MaskLookup(MaskIndex base, MaskIndex overlay, MaskIndex nothing) {

  /** Rules of all masks that hold the name. Does not allocate where none does. */
  Match find(NameView name) {
    int orders = orders(name);
    if (orders == 0 || (orders & Entry.EXCEPTED) != 0) {
      return Match.NONE;
    }
    List<Match> all = new ArrayList<>();
    int unused =
        scan(name, offset -> all.add(overlay.match(offset)), offset -> all.add(base.match(offset)));
    return all.stream().reduce(Match.NONE, Match::plus);
  }

  /**
   * The measures of {@link #find}, as bits, and {@link Entry#EXCEPTED} where a mask that holds the
   * name is an exception. Never allocates.
   */
  int orders(NameView name) {
    return scan(name, MaskIndex.Hits.UNHEARD, MaskIndex.Hits.UNHEARD);
  }

  /** A trailing dot hides a name from these filters too, though its octets are there. */
  private int scan(NameView name, MaskIndex.Hits inOverlay, MaskIndex.Hits inBase) {
    int length = name.length();
    byte[] octets = name.buffer();
    if (length == 0 || octets[length - 1] == '.') {
      return 0;
    }
    int orders = base.scan(octets, length, overlay, inBase);
    return overlay.entries().size() == 0
        ? orders
        : orders | overlay.scan(octets, length, nothing, inOverlay);
  }
}
