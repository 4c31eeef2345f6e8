package nadzor.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the books know of proposals up to the number of a record. Immutable. */
record Proposals(Books books, long limit) {
  /** All of them that were made by that instant, in order. */
  List<ProposalFile> at(Instant when) {
    return files(books.allProposals.upTo(limit), when);
  }

  /** The same of one case. */
  List<ProposalFile> in(String caseId, Instant when) {
    return files(books.proposalsIn.upTo(caseId, limit), when);
  }

  private List<ProposalFile> files(List<Recorded<Proposed>> all, Instant when) {
    return all.stream()
        .filter(proposed -> !proposed.entry().proposedAt().isAfter(when))
        .map(proposed -> file(proposed, when))
        .toList();
  }

  /** The last of that id, as known at the end. */
  Optional<ProposalFile> last(String id) {
    return books.proposals.last(id, limit).map(proposed -> file(proposed, Instant.MAX));
  }

  /** What became of one by that instant; of two dismissals each ends its own proposal. */
  ProposalFile file(Recorded<Proposed> proposed, Instant when) {
    String id = proposed.entry().about();
    long again = again(proposed);
    Optional<Recorded<Dismissal>> dismissal =
        books.dismissals.upTo(id, limit).stream()
            .filter(one -> one.number() > proposed.number() && one.number() < again)
            .filter(one -> !one.entry().dismissedAt().isAfter(when))
            .findFirst();
    Optional<Recorded<Decision>> decision =
        books
            .decisions
            .find(id, limit)
            .filter(one -> one.number() > proposed.number() && one.number() < again)
            .filter(one -> !one.entry().timetable().takenAt().isAfter(when));
    ProposalState state =
        dismissal.isPresent()
            ? ProposalState.DISMISSED
            : decision.isPresent() ? ProposalState.TAKEN : ProposalState.PENDING;
    return new ProposalFile(proposed, state, decision, dismissal);
  }

  /** The number of the next proposal of the same id. */
  private long again(Recorded<Proposed> proposed) {
    return books.proposals.upTo(proposed.entry().about(), limit).stream()
        .mapToLong(Recorded::number)
        .filter(number -> number > proposed.number())
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }
}
