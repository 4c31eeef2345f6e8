package nadzor.registry;

/** One method for each kind of entry. */
public interface EntryVisitor {
  /** An operator is entered, or corrected. */
  void operatorCard(OperatorCard entry);

  /** A platform is entered, or corrected. */
  void platformCard(PlatformCard entry);

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

  /** A decision is proposed. */
  void proposed(Proposed entry);

  /** A proposal is dismissed. */
  void dismissal(Dismissal entry);

  /** A decision. */
  void decision(Decision entry);

  /** A decision is lifted. */
  void lifting(Lifting entry);

  /** A case is closed. */
  void caseClosing(CaseClosing entry);
}
