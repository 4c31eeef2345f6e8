package nadzor.registry;

/** Something that a record can be found by, words apart. Immutable. */
record Facet(Kind kind, String value) {
  /** What it says of the record. */
  enum Kind {
    /** It is about a platform. */
    PLATFORM,
    /** It is about an operator, and so about all its platforms. */
    OPERATOR,
    /** It stands in a case. */
    CASE,
    /** It is about a decision; not in the index, as every decision is a new one. */
    DECISION,
    /** An authority made it. */
    AUTHORITY,
    /** It cites a law. */
    LAW,
    /** It is of a kind of entry. */
    ENTRY
  }

  static Facet of(EntryKind kind) {
    return new Facet(Kind.ENTRY, kind.word());
  }

  static Facet of(Subject subject) {
    Kind kind = subject instanceof Subject.OfPlatform ? Kind.PLATFORM : Kind.OPERATOR;
    return new Facet(kind, subject.id());
  }
}
