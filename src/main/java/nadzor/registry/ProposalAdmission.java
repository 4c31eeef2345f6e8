package nadzor.registry;

import java.util.Optional;
import nadzor.registry.Require.Moment;

/**
 * Refuses a proposal whose id is in use, and a decision that does not fit its proposal. An id is
 * free again once its proposal was dismissed; what was dismissed is proposed again before it is
 * taken.
 */
final class ProposalAdmission {
  private ProposalAdmission() {}

  static void check(Registry known, Proposed entry) {
    Require.filled(entry.title(), "id", entry.about());
    if (known.decision(entry.about()).isPresent()) {
      throw new RegistryException(
          entry.title(), "the id of a decision that is taken", "an id of its own");
    }
    Optional<ProposalFile> earlier = known.proposal(entry.about());
    earlier.ifPresent(
        file -> {
          file.state().checkMove(entry.title(), ProposalState.PENDING, entry.proposedAt());
          file.dismissal().ifPresent(dismissal -> checkAfter(entry, dismissal.entry()));
        });
  }

  static void checkTaken(Registry known, Decision entry) {
    known.proposal(entry.id()).ifPresent(file -> checkTaken(file, entry));
  }

  private static void checkTaken(ProposalFile file, Decision entry) {
    file.state().checkMove(entry.title(), ProposalState.TAKEN, entry.timetable().takenAt());
    Proposed proposed = file.proposed().entry();
    if (!proposed.proposal().caseId().equals(entry.caseId())) {
      throw new RegistryException(
          entry.title(),
          "case '" + entry.caseId() + "'",
          "case '" + proposed.proposal().caseId() + "', in which this decision was proposed");
    }
    Require.notBefore(
        entry.title(),
        new Moment("its being taken", entry.timetable().takenAt()),
        new Moment(proposed.title(), proposed.proposedAt()));
  }

  private static void checkAfter(Entry entry, Entry earlier) {
    Require.notBefore(
        entry.title(),
        new Moment(entry.title(), entry.happenedAt()),
        new Moment(earlier.title(), earlier.happenedAt()));
  }
}
