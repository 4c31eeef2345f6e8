package nadzor.cli.live;

/** How a command prints what it has to tell. */
enum Form {
  /** Columns for people. */
  TABLE,
  /** The answer as it came. */
  JSON,
  /** RFC 4180, with a header. */
  CSV
}
