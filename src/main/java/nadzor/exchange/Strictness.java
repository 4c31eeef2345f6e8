package nadzor.exchange;

/** What becomes of a list when something in it cannot be used. */
public enum Strictness {
  /** It is left out and named; the rest goes on. */
  GO_ON,
  /** The list is refused: {@link BadList}. Repairs are made as ever. */
  STOP
}
