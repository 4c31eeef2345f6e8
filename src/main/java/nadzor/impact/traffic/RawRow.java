package nadzor.impact.traffic;

/**
 * A row as a log has it; empty where the log tells nothing. Immutable; not to be kept, as it names
 * the client.
 */
record RawRow(
    String name,
    String type,
    String count,
    String url,
    String client,
    boolean grouped,
    String time) {
  static RawRow question(String name, String type, String client) {
    return new RawRow(name, type, "", "", client, false, "");
  }

  /** The same, at a time. */
  RawRow at(String when) {
    return new RawRow(name, type, count, url, client, grouped, when);
  }
}
