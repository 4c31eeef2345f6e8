package nadzor.store;

/** What can be wrong with a store. */
public enum Fault {
  /** It is not where it should be. */
  MISSING("put it back, or start again with the right place"),
  /** Another process, or another part of this one, writes to it. */
  LOCKED("stop the other writer, or give this one a store of its own"),
  /** What it holds cannot be read, or does not follow from what it held. */
  CORRUPT(
      "keep a copy, look at it with `nadzor case verify`, export what is good with"
          + " `nadzor case export`, and import that into a new store"),
  /** It cannot be written. */
  READ_ONLY("make the directory and the files in it writable, or remount the disk"),
  /** There is no room. */
  FULL("free some space; the next record is tried again"),
  /** The database server does not answer. */
  UNREACHABLE("start the database server; the next record is tried again"),
  /** The database server refuses us, or would lose what it acknowledged. */
  REFUSED("correct the setting of the store, or that of the server"),
  /** It goes back to another journal than the one in memory. */
  CHANGED("restart, after looking at it with `nadzor case verify`"),
  /** It holds a journal already. */
  NOT_EMPTY("import into a new store, or append"),
  /** Anything else. */
  FAILED("look at the disk and the log of the system; the next record is tried again");

  private final String fix;

  Fault(String fix) {
    this.fix = fix;
  }

  /** What a person can do. */
  public String fix() {
    return fix;
  }
}
