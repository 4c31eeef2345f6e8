package nadzor.blocklist;

/**
 * What a version holds, as one number: the sum modulo 2^256 of the SHA-256 of each rule. It does
 * not depend on order, and a small change is cheap. It tells versions apart and shows accidents; it
 * is no signature: who may choose thousands of rules freely can find two sets with one sum (Wagner,
 * "A Generalized Birthday Problem", 2002), so a file is authenticated as a file. Immutable.
 *
 * @param a the highest 64 bits
 * @param d the lowest 64 bits
 */
record ContentHash(long a, long b, long c, long d) {
  static final ContentHash EMPTY = new ContentHash(0, 0, 0, 0);

  ContentHash plus(ContentHash other) {
    HashSum sum = new HashSum();
    sum.add(this);
    sum.add(other);
    return sum.total();
  }

  ContentHash minus(ContentHash other) {
    return plus(new ContentHash(~other.a, ~other.b, ~other.c, ~other.d))
        .plus(new ContentHash(0, 0, 0, 1));
  }

  @Override
  public String toString() {
    return String.format("%016x%016x%016x%016x", a, b, c, d);
  }
}
