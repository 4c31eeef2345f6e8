package nadzor.registry;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Tells the facets of an entry, one of them perhaps twice. */
final class Facets implements EntryVisitor {

  private final Books books;
  private final BiConsumer<Facet.Kind, String> sink;

  private Facets(Books books, BiConsumer<Facet.Kind, String> sink) {
    this.books = books;
    this.sink = sink;
  }

  static void tell(Books books, Entry entry, BiConsumer<Facet.Kind, String> sink) {
    sink.accept(Facet.Kind.ENTRY, entry.kind().word());
    entry.accept(new Facets(books, sink));
  }

  static Set<Facet> of(Books books, Entry entry) {
    Set<Facet> facets = new HashSet<>();
    tell(books, entry, (kind, value) -> facets.add(new Facet(kind, value)));
    return facets;
  }

  private void add(Facet.Kind kind, String value) {
    sink.accept(kind, value);
  }

  private void addCase(String caseId) {
    add(Facet.Kind.CASE, caseId);
    books.cases.find(caseId, Long.MAX_VALUE).ifPresent(file -> addSubject(file.entry().subject()));
  }

  private void addSubject(Subject subject) {
    Facet facet = Facet.of(subject);
    add(facet.kind(), facet.value());
  }

  @Override
  public void operatorCard(OperatorCard entry) {
    add(Facet.Kind.OPERATOR, entry.about());
  }

  @Override
  public void platformCard(PlatformCard entry) {
    add(Facet.Kind.PLATFORM, entry.about());
    add(Facet.Kind.OPERATOR, entry.platform().operatorId());
  }

  @Override
  public void caseFile(CaseFile entry) {
    addCase(entry.id());
    addSubject(entry.subject());
    add(Facet.Kind.AUTHORITY, entry.authority());
  }

  @Override
  public void violation(Violation entry) {
    add(Facet.Kind.PLATFORM, entry.platformId());
    add(Facet.Kind.LAW, entry.legalBasis());
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
    add(Facet.Kind.AUTHORITY, entry.by());
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
    add(Facet.Kind.DECISION, proposal.decisionId());
    add(Facet.Kind.AUTHORITY, proposal.authority());
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
    add(Facet.Kind.DECISION, entry.id());
    entry.supersedes().ifPresent(old -> add(Facet.Kind.DECISION, old));
    add(Facet.Kind.AUTHORITY, entry.authority());
    entry.agreedWith().ifPresent(other -> add(Facet.Kind.AUTHORITY, other));
    addOrder(entry.caseId(), entry.grounds(), entry.order());
  }

  private void addOrder(String caseId, Grounds grounds, Order order) {
    add(Facet.Kind.CASE, caseId);
    for (String law : List.of(grounds.announcedLaw(), grounds.registerLaw())) {
      add(Facet.Kind.LAW, law);
    }
    order.targets().forEach(target -> add(Facet.Kind.PLATFORM, target));
  }

  @Override
  public void lifting(Lifting entry) {
    books
        .decisions
        .find(entry.decisionId(), Long.MAX_VALUE)
        .ifPresent(decision -> decision(decision.entry()));
    add(Facet.Kind.AUTHORITY, entry.by());
  }

  @Override
  public void caseClosing(CaseClosing entry) {
    addCase(entry.caseId());
  }
}
