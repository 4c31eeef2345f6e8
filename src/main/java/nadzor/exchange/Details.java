package nadzor.exchange;

/** What a list tells of an item beside the item. Immutable. */
public sealed interface Details permits RegisterContent, TestSite, Details.None {
  /** Nothing. */
  Details NONE = new None();

  /** Nothing. */
  record None() implements Details {}
}
