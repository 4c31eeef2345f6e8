package nadzor.office.lists;

import nadzor.blocklist.AddressMatcher;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.NameMatcher;
import nadzor.blocklist.TextMatcher;

/** What an entry of a list is about. */
public enum EntryKind {
  /** Names by whole labels. */
  NAME,
  /** Text within names. */
  MASK,
  /** Addresses and ports. */
  ADDRESS,
  /** URLs. */
  URL;

  /** The kind of a matcher. */
  public static EntryKind of(Matcher matcher) {
    if (matcher instanceof NameMatcher) {
      return NAME;
    }
    if (matcher instanceof TextMatcher) {
      return MASK;
    }
    return matcher instanceof AddressMatcher ? ADDRESS : URL;
  }
}
