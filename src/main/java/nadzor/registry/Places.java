package nadzor.registry;

import java.util.List;
import java.util.Optional;

/** Where records stand that have a kind and an id, up to the number of a record. Immutable. */
record Places(Books books, long limit) {
  /** The latest record of that kind about that id. */
  Optional<? extends Recorded<?>> last(EntryKind kind, String about) {
    return switch (kind) {
      case OPERATOR -> books.operators.last(about, limit);
      case PLATFORM -> books.platforms.last(about, limit);
      case CASE -> books.cases.find(about, limit);
      case VIOLATION -> books.violations.find(about, limit);
      case RETRACTION -> books.retractions.find(about, limit);
      case DEMAND -> books.demands.find(about, limit);
      case ANSWER -> books.answers.last(about, limit);
      case PROPOSAL -> books.proposals.last(about, limit);
      case DISMISSAL -> books.dismissals.last(about, limit);
      case DECISION -> books.decisions.find(about, limit);
      case LIFTING -> books.liftings.find(about, limit);
      case CLOSING -> books.closings.find(about, limit);
    };
  }

  /** All records of that kind, in order; a view. */
  List<? extends Recorded<?>> all(EntryKind kind) {
    return switch (kind) {
      case OPERATOR -> books.allOperators.upTo(limit);
      case PLATFORM -> books.allPlatforms.upTo(limit);
      case CASE -> books.cases.upTo(limit);
      case VIOLATION -> books.violations.upTo(limit);
      case RETRACTION -> books.retractions.upTo(limit);
      case DEMAND -> books.demands.upTo(limit);
      case ANSWER -> books.allAnswers.upTo(limit);
      case PROPOSAL -> books.allProposals.upTo(limit);
      case DISMISSAL -> books.allDismissals.upTo(limit);
      case DECISION -> books.decisions.upTo(limit);
      case LIFTING -> books.liftings.upTo(limit);
      case CLOSING -> books.closings.upTo(limit);
    };
  }

  /** All records of that kind about that id, in order. */
  List<? extends Recorded<?>> all(EntryKind kind, String about) {
    return switch (kind) {
      case OPERATOR -> books.operators.upTo(about, limit);
      case PLATFORM -> books.platforms.upTo(about, limit);
      case ANSWER -> books.answers.upTo(about, limit);
      case PROPOSAL -> books.proposals.upTo(about, limit);
      case DISMISSAL -> books.dismissals.upTo(about, limit);
      default -> last(kind, about).stream().toList();
    };
  }

  /** The number of the last record about a decision: itself, its lifting, its successors. */
  long ofDecision(String id) {
    return Math.max(
        Math.max(number(EntryKind.DECISION, id), number(EntryKind.LIFTING, id)),
        books.successors.last(id, limit).map(Recorded::number).orElse(0L));
  }

  /** The same of a proposal: itself, its dismissal, the decision that takes it. */
  long ofProposal(String id) {
    return Math.max(
        Math.max(number(EntryKind.PROPOSAL, id), number(EntryKind.DISMISSAL, id)),
        number(EntryKind.DECISION, id));
  }

  long number(EntryKind kind, String about) {
    return last(kind, about).map(Recorded::number).orElse(0L);
  }
}
