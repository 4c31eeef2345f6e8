package nadzor.registry;

/** One method for each kind of entry. */
public interface EntryVisitor {
  /** A case is opened. */
  void caseFile(CaseFile entry);

  /** A violation. */
  void violation(Violation entry);

  /** A violation no longer counts. */
  void retraction(Retraction entry);

  /** A demand. */
  void demand(Demand entry);

  /** What became of a demand. */
  void answer(Answer entry);

  /** A decision. */
  void decision(Decision entry);

  /** A decision is lifted. */
  void lifting(Lifting entry);

  /** A case is closed. */
  void caseClosing(CaseClosing entry);
}
