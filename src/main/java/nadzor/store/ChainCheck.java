package nadzor.store;

import com.google.common.hash.HashCode;

/** Follows a chain row by row and stops at the first link that does not hold. Not thread-safe. */
final class ChainCheck {
  private final Chain chain;

  ChainCheck(Head from) {
    chain = new Chain(from);
  }

  /** How far it holds. */
  Head head() {
    return chain.head();
  }

  /**
   * The next row.
   *
   * @throws BrokenChain for a gap, a repeated number, or a line or hash that was changed
   */
  void follow(Row row) {
    long next = chain.number() + 1;
    if (row.number() != next) {
      throw new BrokenChain(
          next,
          "record " + row.number() + " in its place",
          "record " + next + ": " + (row.number() > next ? "it was deleted" : "none comes twice"));
    }
    byte[] hash = chain.hash(row.line());
    if (!row.has(hash)) {
      throw new BrokenChain(
          next,
          "hash " + row.hash(),
          "hash " + HashCode.fromBytes(hash) + ": it, or the one before it, was changed");
    }
    chain.goOn(row);
  }

  /**
   * The end, which a store or a person noted.
   *
   * @throws BrokenChain if the rows end before or after it, or at another hash
   */
  void end(Head noted) {
    Head reached = head();
    if (!reached.equals(noted)) {
      throw new BrokenChain(
          Math.min(reached.number(), noted.number()) + (reached.number() == noted.number() ? 0 : 1),
          "the journal to end with record " + reached.number() + ", hash " + reached.hash(),
          "record " + noted.number() + ", hash " + noted.hash() + ", as noted");
    }
  }
}
