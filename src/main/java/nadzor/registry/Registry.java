package nadzor.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Everything that was known at one instant, in the order of the journal. What it knows of the
 * future (terms, transitions) it tells too: ask for the state at a later instant. Immutable.
 */
public final class Registry {
  private final Catalogue catalogue;
  private final Instant at;
  private final Books books;
  private final Lives lives;

  /** Takes the books over; nobody may change them afterwards. */
  Registry(Catalogue catalogue, Instant at, Books books) {
    this.catalogue = catalogue;
    this.at = at;
    this.books = books;
    this.lives = new Lives(books);
  }

  /** The platforms it is about. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** The instant up to which it knows. */
  public Instant at() {
    return at;
  }

  /** How much it holds. */
  public Counts counts() {
    return new Counts(
        books.cases.size(),
        books.violations.size(),
        books.demands.size(),
        books.decisions.size(),
        books.liftings.size());
  }

  /** All cases. */
  public List<CaseFile> cases() {
    return List.copyOf(books.cases.values());
  }

  /** The case of that id. */
  public Optional<CaseFile> caseFile(String id) {
    return Optional.ofNullable(books.cases.get(id));
  }

  /** The case of an entry that was admitted, which is always there. */
  CaseFile caseOf(Entry entry, String caseId) {
    return caseFile(caseId)
        .orElseThrow(() -> Catalogue.unknown(entry.title(), "case", caseId, books.cases.keySet()));
  }

  /** Whether the case goes on at that instant; empty before it was opened. */
  public Optional<CaseState> caseState(String id, Instant when) {
    return caseFile(id)
        .filter(file -> !file.opened().isAfter(when))
        .map(
            file ->
                Optional.ofNullable(books.closings.get(id))
                    .filter(closing -> !closing.closedAt().isAfter(when))
                    .map(closing -> CaseState.CLOSED)
                    .orElse(CaseState.OPEN));
  }

  /** The violations by a platform that were recorded, and not retracted, at that instant. */
  public List<Violation> violations(String platformId, Instant until) {
    return counting(List.of(platformId), until);
  }

  /** The same for all platforms that the subject reaches. */
  public List<Violation> violations(Subject subject, Instant until) {
    return counting(catalogue.reach(subject).stream().map(Platform::id).toList(), until);
  }

  List<Violation> counting(Collection<String> platformIds, Instant until) {
    return books.violations.values().stream()
        .filter(recorded -> platformIds.contains(recorded.entry().platformId()))
        .filter(recorded -> recorded.knownAt(until))
        .filter(recorded -> !isRetracted(recorded.entry().id(), until))
        .map(Recorded::entry)
        .toList();
  }

  private boolean isRetracted(String violationId, Instant until) {
    return Optional.ofNullable(books.retractions.get(violationId))
        .filter(retraction -> retraction.knownAt(until))
        .isPresent();
  }

  /** The violation of that id, retracted or not. */
  public Optional<Violation> violation(String id) {
    return Optional.ofNullable(books.violations.get(id)).map(Recorded::entry);
  }

  /** All demands. */
  public List<Demand> demands() {
    return books.demands.values().stream().map(Recorded::entry).toList();
  }

  /** The demand of that id. */
  public Optional<Demand> demand(String id) {
    return Optional.ofNullable(books.demands.get(id)).map(Recorded::entry);
  }

  /** What has become of the demand at that instant; empty before it was made. */
  public Optional<DemandState> demandState(String id, Instant when) {
    return demand(id)
        .filter(demand -> !demand.madeAt().isAfter(when))
        .map(demand -> answered(id, when).orElseGet(() -> byTerm(demand, when)));
  }

  private Optional<DemandState> answered(String id, Instant when) {
    return books.answers.getOrDefault(id, List.of()).stream()
        .filter(answer -> !answer.answeredAt().isAfter(when))
        .map(Answer::outcome)
        .reduce((earlier, later) -> later);
  }

  private static DemandState byTerm(Demand demand, Instant when) {
    boolean runs = demand.until().filter(end -> !end.isAfter(when)).isEmpty();
    return runs ? DemandState.OPEN : DemandState.IGNORED;
  }

  /** All decisions. */
  public List<Decision> decisions() {
    return books.decisions.values().stream().map(Recorded::entry).toList();
  }

  /** The decision of that id. */
  public Optional<Decision> decision(String id) {
    return Optional.ofNullable(books.decisions.get(id)).map(Recorded::entry);
  }

  /** The state of the decision at that instant; empty before its proposal. */
  public Optional<DecisionState> decisionState(String id, Instant when) {
    return decision(id).flatMap(decision -> lives.of(decision).stateAt(when));
  }

  /** The moves of the decision in order of time, planned ones included. */
  public List<Move> moves(String decisionId) {
    return decision(decisionId).map(decision -> lives.of(decision).moves()).orElse(List.of());
  }

  /** The lifting of the decision. */
  public Optional<Lifting> lifting(String decisionId) {
    return Optional.ofNullable(books.liftings.get(decisionId)).map(Recorded::entry);
  }

  Books books() {
    return books;
  }
}
