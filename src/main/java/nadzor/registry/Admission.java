package nadzor.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nadzor.registry.Require.Moment;

/** Refuses an entry that does not fit what is known. */
final class Admission implements EntryVisitor {
  private final Registry known;
  private final Catalogue catalogue;
  private final Books books;

  Admission(Registry known) {
    this.known = known;
    this.catalogue = known.catalogue();
    this.books = known.books();
  }

  @Override
  public void operatorCard(OperatorCard entry) {
    books
        .operators
        .last(entry.about(), known.limit())
        .ifPresent(held -> checkAfter(entry, held.entry()));
  }

  @Override
  public void platformCard(PlatformCard entry) {
    Platform platform = entry.platform();
    catalogue.requireOperator(entry.title(), platform.operatorId());
    books
        .platforms
        .last(entry.about(), known.limit())
        .ifPresent(held -> checkAfter(entry, held.entry()));
    catalogue.platform(platform.id()).ifPresent(held -> checkOperator(entry, held));
  }

  private static void checkOperator(PlatformCard entry, Platform held) {
    String operator = entry.platform().operatorId();
    if (!held.operatorId().equals(operator)) {
      throw new RegistryException(
          entry.title(),
          "operator '" + operator + "'",
          "operator '"
              + held.operatorId()
              + "', which this platform belongs to; a platform of another operator is entered"
              + " under an id of its own");
    }
  }

  @Override
  public void proposed(Proposed entry) {
    ProposalAdmission.check(known, entry);
    Proposal proposal = entry.proposal();
    CaseFile caseFile = checkOpen(entry, proposal.caseId());
    new TargetAdmission(catalogue, entry.title(), proposal.caseId(), proposal.order())
        .check(caseFile.subject());
    proposal.supersedes().ifPresent(id -> decision(entry, id));
    checkBecause(entry, entry.because());
  }

  @Override
  public void dismissal(Dismissal entry) {
    ProposalFile file =
        known
            .proposal(entry.decisionId())
            .orElseThrow(
                () -> Catalogue.unknown(entry.title(), "proposal", entry.decisionId(), pending()));
    file.state().checkMove(entry.title(), ProposalState.DISMISSED, entry.dismissedAt());
    checkAfter(entry, file.proposed().entry());
  }

  private List<String> pending() {
    return known.proposals(Instant.MAX).stream()
        .filter(file -> file.state() == ProposalState.PENDING)
        .map(file -> file.proposed().entry().about())
        .toList();
  }

  private void checkBecause(Entry entry, Because because) {
    because.violations().forEach(id -> violation(entry, id));
    because.demands().forEach(id -> demand(entry, id));
    because.decisions().forEach(id -> decision(entry, id));
  }

  @Override
  public void caseFile(CaseFile entry) {
    checkNew(entry, known.caseFile(entry.id()));
    catalogue.check(entry.title(), entry.subject());
  }

  @Override
  public void caseClosing(CaseClosing entry) {
    CaseFile caseFile = caseFile(entry, entry.caseId());
    checkAfter(entry, caseFile);
    known
        .closing(entry.caseId())
        .map(closing -> CaseState.CLOSED)
        .orElse(CaseState.OPEN)
        .checkMove(entry.title(), CaseState.CLOSED, entry.closedAt());
  }

  @Override
  public void violation(Violation entry) {
    checkNew(entry, known.violation(entry.id()));
    catalogue.require(entry.title(), entry.platformId());
  }

  @Override
  public void retraction(Retraction entry) {
    Violation violation = violation(entry, entry.violationId());
    checkNew(entry, known.retraction(entry.violationId()));
    checkAfter(entry, violation);
  }

  @Override
  public void demand(Demand entry) {
    checkNew(entry, known.demand(entry.id()));
    checkOpen(entry, entry.caseId());
  }

  @Override
  public void answer(Answer entry) {
    Demand demand = demand(entry, entry.demandId());
    checkAfter(entry, demand);
    for (Answer earlier : known.answers(demand.id())) {
      checkAfter(entry, earlier);
      earlier.outcome().checkMove(entry.title(), entry.outcome(), entry.answeredAt());
    }
  }

  @Override
  public void decision(Decision entry) {
    checkNew(entry, known.decision(entry.id()));
    CaseFile caseFile = checkOpen(entry, entry.caseId());
    new TargetAdmission(catalogue, entry.title(), entry.caseId(), entry.order())
        .check(caseFile.subject());
    entry.supersedes().ifPresent(id -> checkSuperseding(entry, id));
    ProposalAdmission.checkTaken(known, entry);
    entry.because().ifPresent(because -> checkBecause(entry, because));
  }

  private void checkSuperseding(Decision entry, String id) {
    Decision old = decision(entry, id);
    Optional<Decision> successor = known.lives().successor(id);
    if (successor.isPresent()) {
      throw new RegistryException(
          entry.title(),
          "decision '" + id + "', which " + successor.get().title() + " supersedes already",
          "a decision that nothing else supersedes");
    }
    known
        .lives()
        .of(old)
        .ended(new Move(DecisionState.SUPERSEDED, entry.timetable().inForceFrom()));
  }

  @Override
  public void lifting(Lifting entry) {
    Decision decision = decision(entry, entry.decisionId());
    checkNew(entry, known.lifting(entry.decisionId()));
    known.lives().of(decision).ended(new Move(DecisionState.LIFTED, entry.liftedAt()));
  }

  private static void checkNew(Entry entry, Optional<?> held) {
    if (held.isPresent()) {
      throw new RegistryException(
          entry.title(), "a second " + entry.kind().word() + " '" + entry.about() + "'", "one");
    }
  }

  private Violation violation(Entry entry, String id) {
    return found(entry, "violation", id, known.violation(id), books.violations.ids(known.limit()));
  }

  private Demand demand(Entry entry, String id) {
    return found(entry, "demand", id, known.demand(id), books.demands.ids(known.limit()));
  }

  private Decision decision(Entry entry, String id) {
    return found(entry, "decision", id, known.decision(id), books.decisions.ids(known.limit()));
  }

  private CaseFile caseFile(Entry entry, String id) {
    return found(entry, "case", id, known.caseFile(id), books.cases.ids(known.limit()));
  }

  private static <T> T found(
      Entry entry, String what, String id, Optional<T> held, Collection<String> ids) {
    return held.orElseThrow(() -> Catalogue.unknown(entry.title(), what, id, ids));
  }

  private CaseFile checkOpen(Entry entry, String caseId) {
    CaseFile caseFile = caseFile(entry, caseId);
    checkAfter(entry, caseFile);
    Optional<CaseClosing> closing = known.closing(caseId);
    if (closing.isPresent()) {
      throw new RegistryException(
          entry.title(),
          "case '" + caseId + "', closed at " + closing.get().closedAt(),
          "an open case");
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
