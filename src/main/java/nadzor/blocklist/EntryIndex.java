package nadzor.blocklist;

/** Entries of one kind, made ready for looking up. Immutable, thread-safe. */
interface EntryIndex {
  /** What it looks up in. */
  Entries entries();

  /** The octets that looking up takes beside the entries. */
  long bytes();
}
