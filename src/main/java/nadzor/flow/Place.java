package nadzor.flow;

/** Where in a network an enforcement point stands. */
public enum Place {
  /** At the network's own resolver: who asks it. */
  RESOLVER,
  /** On the way: between a client and whatever is outside, foreign resolvers among it. */
  PATH;

  /** The word in profile files, as {@code path}. */
  public String word() {
    return this == RESOLVER ? "resolver" : "path";
  }
}
