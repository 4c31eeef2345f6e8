package nadzor.registry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadzor.registry.Require.Moment;

/** Refuses an entry that does not fit what the books hold already. */
final class Admission implements EntryVisitor {
  private final Catalogue catalogue;
  private final Books books;

  Admission(Catalogue catalogue, Books books) {
    this.catalogue = catalogue;
    this.books = books;
  }

  @Override
  public void operatorCard(OperatorCard entry) {}

  @Override
  public void platformCard(PlatformCard entry) {}

  @Override
  public void proposed(Proposed entry) {
    checkNew(entry, books.proposals);
    checkOpen(entry, entry.proposal().caseId());
  }

  @Override
  public void dismissal(Dismissal entry) {
    known(entry, "proposal", entry.decisionId(), books.proposals);
    checkNew(entry, books.dismissals);
  }

  @Override
  public void caseFile(CaseFile entry) {
    checkNew(entry, books.cases);
    catalogue.check(entry.title(), entry.subject());
  }

  @Override
  public void caseClosing(CaseClosing entry) {
    checkOpen(entry, entry.caseId());
  }

  @Override
  public void violation(Violation entry) {
    checkNew(entry, books.violations);
    catalogue.require(entry.title(), entry.platformId());
  }

  @Override
  public void retraction(Retraction entry) {
    Recorded<Violation> violation =
        known(entry, "violation", entry.violationId(), books.violations);
    checkNew(entry, books.retractions);
    checkAfter(entry, violation.entry());
  }

  @Override
  public void demand(Demand entry) {
    checkNew(entry, books.demands);
    checkOpen(entry, entry.caseId());
  }

  @Override
  public void answer(Answer entry) {
    Demand demand = known(entry, "demand", entry.demandId(), books.demands).entry();
    checkAfter(entry, demand);
    for (Answer earlier : books.answers.getOrDefault(demand.id(), List.of())) {
      checkAfter(entry, earlier);
      if (earlier.outcome() == DemandState.MET) {
        throw new RegistryException(
            entry.title(),
            "a further answer to a demand met at " + earlier.answeredAt(),
            "none: met is final");
      }
    }
  }

  @Override
  public void decision(Decision entry) {
    checkNew(entry, books.decisions);
    CaseFile caseFile = checkOpen(entry, entry.caseId());
    new TargetAdmission(catalogue, entry).check(caseFile.subject());
    entry.supersedes().ifPresent(id -> checkSuperseding(entry, id));
  }

  private void checkSuperseding(Decision entry, String id) {
    Decision old = known(entry, "decision", id, books.decisions).entry();
    Lives lives = new Lives(books);
    Optional<Decision> successor = lives.successor(id);
    if (successor.isPresent()) {
      throw new RegistryException(
          entry.title(),
          "decision '" + id + "', which " + successor.get().title() + " supersedes already",
          "a decision that nothing else supersedes");
    }
    lives.of(old).ended(new Move(DecisionState.SUPERSEDED, entry.timetable().inForceFrom()));
  }

  @Override
  public void lifting(Lifting entry) {
    Decision decision = known(entry, "decision", entry.decisionId(), books.decisions).entry();
    checkNew(entry, books.liftings);
    new Lives(books).of(decision).ended(new Move(DecisionState.LIFTED, entry.liftedAt()));
  }

  private static void checkNew(Entry entry, Map<String, ?> held) {
    if (held.containsKey(entry.about())) {
      throw new RegistryException(
          entry.title(), "a second " + entry.kind().word() + " '" + entry.about() + "'", "one");
    }
  }

  private static <T> T known(Entry entry, String what, String id, Map<String, T> held) {
    return Optional.ofNullable(held.get(id))
        .orElseThrow(() -> Catalogue.unknown(entry.title(), what, id, held.keySet()));
  }

  private CaseFile checkOpen(Entry entry, String caseId) {
    CaseFile caseFile = known(entry, "case", caseId, books.cases);
    checkAfter(entry, caseFile);
    Optional<Instant> closed =
        Optional.ofNullable(books.closings.get(caseId)).map(CaseClosing::closedAt);
    if (closed.isPresent()) {
      throw new RegistryException(
          entry.title(), "case '" + caseId + "', closed at " + closed.get(), "an open case");
    }
    return caseFile;
  }

  private static void checkAfter(Entry entry, Entry earlier) {
    Require.notBefore(
        entry.title(),
        new Moment(entry.title(), entry.happenedAt()),
        new Moment(earlier.title(), earlier.happenedAt()));
  }
}
