package nadzor.registry;

import com.google.common.collect.Lists;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nadzor.blocklist.Notice;

/**
 * Everything that was known at one instant, in the order of the journal. What it knows of the
 * future (terms, transitions) it tells too: ask for the state at a later instant. A view of the
 * journal up to the number of a record, which costs nothing to make and never changes. Thread-safe.
 */
public final class Registry {
  private final Catalogue catalogue;
  private final Instant at;
  private final Books books;
  private final long limit;

  /** A view of the books up to the number of a record. */
  Registry(Catalogue base, Instant at, Books books, long limit) {
    this.catalogue = base.with(new Cards(books, limit));
    this.at = at;
    this.books = books;
    this.limit = limit;
  }

  /** The platforms and operators that are known. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** The instant up to which it knows. */
  public Instant at() {
    return at;
  }

  /** The number of the last record that it knows; 0 where it knows none. */
  public long limit() {
    return limit;
  }

  /** The records that it knows. */
  public List<Recorded<?>> entries() {
    return books.entries.upTo(limit);
  }

  /** The latest record of that kind about that id. */
  public Optional<Recorded<?>> record(EntryKind kind, String about) {
    return new Places(books, limit).last(kind, about).map(one -> one);
  }

  /** All records of that kind, in order; a view, which costs nothing. */
  public List<Recorded<?>> records(EntryKind kind) {
    return Collections.unmodifiableList(new Places(books, limit).all(kind));
  }

  /** All records about that id, of any kind, in order. */
  public List<Recorded<?>> recordsAbout(String id) {
    Places places = new Places(books, limit);
    return Arrays.stream(EntryKind.values())
        .<Recorded<?>>flatMap(kind -> places.all(kind, id).stream())
        .sorted(Comparator.comparingLong(Recorded::number))
        .toList();
  }

  /** All violations, retracted or not; a view, which costs nothing. */
  public List<Violation> violations() {
    return entriesOf(books.violations);
  }

  /** All by that platform, retracted or not; a view. */
  public List<Violation> violationsBy(String platformId) {
    return Lists.transform(books.violationsBy.upTo(platformId, limit), Recorded::entry);
  }

  /** How many violations were retracted. */
  public int retractions() {
    return books.retractions.upTo(limit).size();
  }

  /** The records that stand in a case or are about the platforms that it reaches, in order. */
  public List<Recorded<?>> recordsOn(CaseFile file) {
    return new CaseRecords(this, file).all();
  }

  /** The proposals in a case that were made by that instant, with their state then; in order. */
  public List<ProposalFile> proposalsIn(String caseId, Instant when) {
    return new Proposals(books, limit).in(caseId, when);
  }

  /** The number of the last record about the decision: itself, its lifting, its successors. */
  public long lastOnDecision(String id) {
    return new Places(books, limit).ofDecision(id);
  }

  /** The number of the last record about the proposal: itself, its dismissal, its taking. */
  public long lastOnProposal(String id) {
    return new Places(books, limit).ofProposal(id);
  }

  /** When the last of them was recorded; {@link Instant#MIN} where there is none. */
  public Instant lastAt() {
    return limit == 0 ? Instant.MIN : entries().get((int) limit - 1).at();
  }

  /** How much it holds. */
  public Counts counts() {
    return new Counts(
        books.cases.upTo(limit).size(),
        books.violations.upTo(limit).size(),
        books.demands.upTo(limit).size(),
        books.decisions.upTo(limit).size(),
        books.liftings.upTo(limit).size());
  }

  /** All cases. */
  public List<CaseFile> cases() {
    return entriesOf(books.cases);
  }

  /** The case of that id. */
  public Optional<CaseFile> caseFile(String id) {
    return find(books.cases, id);
  }

  /** The closing of the case. */
  public Optional<CaseClosing> closing(String caseId) {
    return find(books.closings, caseId);
  }

  /** The case of an entry that was admitted, which is always there. */
  CaseFile caseOf(Entry entry, String caseId) {
    return caseFile(caseId)
        .orElseThrow(
            () -> Catalogue.unknown(entry.title(), "case", caseId, books.cases.ids(limit)));
  }

  /** Whether the case goes on at that instant; empty before it was opened. */
  public Optional<CaseState> caseState(String id, Instant when) {
    return caseFile(id)
        .filter(file -> !file.opened().isAfter(when))
        .map(
            file ->
                closing(id)
                    .filter(closing -> !closing.closedAt().isAfter(when))
                    .map(closing -> CaseState.CLOSED)
                    .orElse(CaseState.OPEN));
  }

  /** The cases that reach a platform: its own, and those on its operator; oldest first. */
  public List<CaseFile> casesOn(Platform platform) {
    Subject itself = new Subject.OfPlatform(platform.id());
    Subject operator = new Subject.OfOperator(platform.operatorId());
    return Stream.of(itself, operator)
        .flatMap(subject -> books.casesOn.upTo(subject.key(), limit).stream())
        .sorted(Comparator.comparingLong(Recorded::number))
        .map(Recorded::entry)
        .toList();
  }

  /** The violations by a platform that were recorded, and not retracted, at that instant. */
  public List<Violation> violations(String platformId, Instant until) {
    return counting(List.of(platformId), until);
  }

  /** The same for all platforms that the subject reaches. */
  public List<Violation> violations(Subject subject, Instant until) {
    return counting(idsReached(subject), until);
  }

  /** The platforms that an entry is about, those of its operator included. */
  Set<String> platformsOf(Entry entry) {
    Set<String> ids = new HashSet<>();
    for (Facet facet : Facets.of(books, entry)) {
      if (facet.kind() == Facet.Kind.PLATFORM) {
        ids.add(facet.value());
      } else if (facet.kind() == Facet.Kind.OPERATOR) {
        ids.addAll(idsReached(new Subject.OfOperator(facet.value())));
      }
    }
    return ids;
  }

  List<String> idsReached(Subject subject) {
    return catalogue.reach(subject).stream().map(Platform::id).toList();
  }

  List<Violation> counting(Collection<String> platformIds, Instant until) {
    return recordedViolations(platformIds).stream()
        .filter(recorded -> recorded.knownAt(until))
        .map(Recorded::entry)
        .filter(violation -> !isRetracted(violation.id(), until))
        .toList();
  }

  /** All violations by these platforms, retracted or not, in the order of the journal. */
  List<Recorded<Violation>> recordedViolations(Collection<String> platformIds) {
    Stream<Recorded<Violation>> all =
        platformIds.stream().distinct().flatMap(id -> books.violationsBy.upTo(id, limit).stream());
    return platformIds.size() == 1
        ? all.toList()
        : all.sorted(Comparator.comparingLong(Recorded::number)).toList();
  }

  private boolean isRetracted(String violationId, Instant until) {
    return books
        .retractions
        .find(violationId, limit)
        .filter(retraction -> retraction.knownAt(until))
        .isPresent();
  }

  /** The violation of that id, retracted or not. */
  public Optional<Violation> violation(String id) {
    return find(books.violations, id);
  }

  /** The retraction of the violation. */
  public Optional<Retraction> retraction(String violationId) {
    return find(books.retractions, violationId);
  }

  /** All demands. */
  public List<Demand> demands() {
    return entriesOf(books.demands);
  }

  /** The demand of that id. */
  public Optional<Demand> demand(String id) {
    return find(books.demands, id);
  }

  /** The demands in a case, in order. */
  public List<Demand> demandsIn(String caseId) {
    return Lists.transform(books.demandsIn.upTo(caseId, limit), Recorded::entry);
  }

  /** The answers to the demand, in order. */
  public List<Answer> answers(String demandId) {
    return Lists.transform(books.answers.upTo(demandId, limit), Recorded::entry);
  }

  /** What has become of the demand at that instant; empty before it was made. */
  public Optional<DemandState> demandState(String id, Instant when) {
    return demand(id).flatMap(demand -> stateOf(demand, when));
  }

  /** The same of a demand that is recorded. */
  public Optional<DemandState> stateOf(Demand demand, Instant when) {
    return demand.madeAt().isAfter(when)
        ? Optional.empty()
        : Optional.of(answered(demand.id(), when).orElseGet(() -> byTerm(demand, when)));
  }

  private Optional<DemandState> answered(String id, Instant when) {
    return answers(id).stream()
        .filter(answer -> !answer.answeredAt().isAfter(when))
        .map(Answer::outcome)
        .reduce((earlier, later) -> later);
  }

  private static DemandState byTerm(Demand demand, Instant when) {
    boolean runs = demand.until().filter(end -> !end.isAfter(when)).isEmpty();
    return runs ? DemandState.OPEN : DemandState.IGNORED;
  }

  /** All proposals that were made by that instant, with their state then; in order. */
  public List<ProposalFile> proposals(Instant when) {
    return new Proposals(books, limit).at(when);
  }

  /** The last proposal of that id, with its state as known at the end. */
  public Optional<ProposalFile> proposal(String id) {
    return new Proposals(books, limit).last(id);
  }

  /** All decisions. */
  public List<Decision> decisions() {
    return entriesOf(books.decisions);
  }

  /** The decision of that id. */
  public Optional<Decision> decision(String id) {
    return find(books.decisions, id);
  }

  /** The decisions on a platform, whatever their state, in the order of the journal. */
  public List<Decision> decisionsOn(String platformId) {
    return Lists.transform(books.decisionsOn.upTo(platformId, limit), Recorded::entry);
  }

  /** The decisions in a case, whatever their state, in the order of the journal. */
  public List<Decision> decisionsIn(String caseId) {
    return Lists.transform(books.decisionsIn.upTo(caseId, limit), Recorded::entry);
  }

  /** The state of the decision at that instant; empty before its proposal. */
  public Optional<DecisionState> decisionState(String id, Instant when) {
    return decision(id).flatMap(decision -> lives().of(decision).stateAt(when));
  }

  /** The moves of the decision in order of time, planned ones included. */
  public List<Move> moves(String decisionId) {
    return decision(decisionId).map(decision -> lives().of(decision).moves()).orElse(List.of());
  }

  /** The ids of decisions that may move after that instant, as far as is known; in order. */
  public List<String> unsettled(Instant when) {
    return Arrays.stream(books.spells.unsettled(this, when))
        .mapToObj(row -> books.decisions.upTo(limit).get(row).about())
        .toList();
  }

  /** The statement on the restriction that a decision orders, written when it is read. */
  public Notice statement(String decisionId) {
    return books
        .decisions
        .find(decisionId, limit)
        .<Notice>map(record -> new RestrictionNotice(this, record, decisionId))
        .orElseThrow(() -> new IllegalArgumentException("no decision " + decisionId));
  }

  /** The lifting of the decision. */
  public Optional<Lifting> lifting(String decisionId) {
    return find(books.liftings, decisionId);
  }

  private <E extends Entry> Optional<E> find(Table<E> table, String id) {
    return table.find(id, limit).map(Recorded::entry);
  }

  private <E extends Entry> List<E> entriesOf(Table<E> table) {
    return Lists.transform(table.upTo(limit), Recorded::entry);
  }

  Lives lives() {
    return new Lives(books, limit);
  }

  Books books() {
    return books;
  }
}
