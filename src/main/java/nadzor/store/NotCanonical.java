package nadzor.store;

/** A text is not in canonical form, or no record: the parser has to tell. */
final class NotCanonical extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotCanonical() {
    super("not in canonical form", null, false, false); // nobody looks at its trace
  }
}
