package nadzor.registry;

import java.time.Instant;

/** What a journal can hold. Entries are immutable; a correction is a further entry. */
public sealed interface Entry
    permits OperatorCard,
        PlatformCard,
        CaseFile,
        Violation,
        Retraction,
        Demand,
        Answer,
        Proposed,
        Dismissal,
        Decision,
        Lifting,
        CaseClosing {
  /** Which of them this is. */
  EntryKind kind();

  /** The id of what it records, or of what it is about. */
  String about();

  /** When it happened: the earliest instant at which it can be recorded. */
  Instant happenedAt();

  /** Calls the visitor's method for this kind. */
  void accept(EntryVisitor visitor);

  /** As messages name it: {@code decision fb-1}. */
  default String title() {
    return kind().word() + " " + about();
  }
}
