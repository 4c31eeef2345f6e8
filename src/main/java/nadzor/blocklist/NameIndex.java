package nadzor.blocklist;

/** Rules on names by whole labels: the entries are all that is needed. */
record NameIndex(Entries entries) implements EntryIndex {
  @Override
  public long bytes() {
    return 0;
  }
}
