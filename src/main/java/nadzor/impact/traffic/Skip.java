package nadzor.impact.traffic;

/** Why a row or a packet was left out. */
public enum Skip {
  /** It is a log line of another kind, an answer, or another protocol. */
  NO_QUESTION("no client's question"),
  /** Its fields cannot be told apart. */
  ROW("a row that cannot be read"),
  /** It names no host. */
  NAME("no domain name"),
  /** Its query type is none. */
  TYPE("no query type"),
  /** Its count is no number above 0. */
  COUNT("no count from 1 to 10^12"),
  /** Its URL has no host, or another than the name. */
  URL("no URL of http or https with this name"),
  /** The log does not say when it was, and only a stretch of time is asked for. */
  NO_TIME("no time, while a stretch of time is asked for"),
  /** When it was cannot be read, and only a stretch of time is asked for. */
  TIME("no time that can be read, while a stretch of time is asked for"),
  /** It was before or after the stretch of time that is asked for. */
  OUTSIDE("outside of the stretch of time that is asked for"),
  /** It is longer than any honest row. */
  LONG("a row of more than 1 MiB"),
  /** It is a fragment, or a packet that was cut short. */
  CUT("a packet that is not whole"),
  /** The file ends within it. */
  TRUNCATED("the file ends in the middle of a record");

  private final String words;

  Skip(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
