package nadzor.registry;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a record can be found by, words apart, as {@code platform facebook}. */
final class Facets implements EntryVisitor {
  static final String PLATFORM = "platform ";
  static final String OPERATOR = "operator ";
  static final String CASE = "case ";
  static final String DECISION = "decision ";
  static final String AUTHORITY = "authority ";
  static final String LAW = "law ";
  static final String KIND = "kind ";

  private final Books books;
  private final Set<String> all = new HashSet<>();

  private Facets(Books books) {
    this.books = books;
  }

  static Set<String> of(Books books, Entry entry) {
    Facets facets = new Facets(books);
    facets.all.add(KIND + entry.kind().word());
    entry.accept(facets);
    return facets.all;
  }

  private void add(String kind, String value) {
    all.add(kind + value);
  }

  private void addCase(String caseId) {
    add(CASE, caseId);
    books.cases.find(caseId, Long.MAX_VALUE).ifPresent(file -> addSubject(file.entry().subject()));
  }

  private void addSubject(Subject subject) {
    all.add(subject.key());
  }

  @Override
  public void operatorCard(OperatorCard entry) {
    add(OPERATOR, entry.about());
  }

  @Override
  public void platformCard(PlatformCard entry) {
    add(PLATFORM, entry.about());
    add(OPERATOR, entry.platform().operatorId());
  }

  @Override
  public void caseFile(CaseFile entry) {
    addCase(entry.id());
    addSubject(entry.subject());
    add(AUTHORITY, entry.authority());
  }

  @Override
  public void violation(Violation entry) {
    add(PLATFORM, entry.platformId());
    add(LAW, entry.legalBasis());
  }

  @Override
  public void retraction(Retraction entry) {
    books
        .violations
        .find(entry.violationId(), Long.MAX_VALUE)
        .ifPresent(violation -> violation(violation.entry()));
  }

  @Override
  public void demand(Demand entry) {
    addCase(entry.caseId());
    add(AUTHORITY, entry.by());
  }

  @Override
  public void answer(Answer entry) {
    books
        .demands
        .find(entry.demandId(), Long.MAX_VALUE)
        .ifPresent(demand -> demand(demand.entry()));
  }

  @Override
  public void proposed(Proposed entry) {
    Proposal proposal = entry.proposal();
    add(DECISION, proposal.decisionId());
    add(AUTHORITY, proposal.authority());
    addOrder(proposal.caseId(), proposal.grounds(), proposal.order());
  }

  @Override
  public void dismissal(Dismissal entry) {
    Optional<Recorded<Proposed>> proposal =
        books.proposals.last(entry.decisionId(), Long.MAX_VALUE);
    proposal.ifPresent(one -> proposed(one.entry()));
  }

  @Override
  public void decision(Decision entry) {
    add(DECISION, entry.id());
    entry.supersedes().ifPresent(old -> add(DECISION, old));
    add(AUTHORITY, entry.authority());
    entry.agreedWith().ifPresent(other -> add(AUTHORITY, other));
    addOrder(entry.caseId(), entry.grounds(), entry.order());
  }

  private void addOrder(String caseId, Grounds grounds, Order order) {
    add(CASE, caseId);
    for (String law : List.of(grounds.announcedLaw(), grounds.registerLaw())) {
      add(LAW, law);
    }
    order.targets().forEach(target -> add(PLATFORM, target));
  }

  @Override
  public void lifting(Lifting entry) {
    books
        .decisions
        .find(entry.decisionId(), Long.MAX_VALUE)
        .ifPresent(decision -> decision(decision.entry()));
    add(AUTHORITY, entry.by());
  }

  @Override
  public void caseClosing(CaseClosing entry) {
    addCase(entry.caseId());
  }
}
