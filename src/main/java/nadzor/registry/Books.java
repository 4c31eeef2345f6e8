package nadzor.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Recorded entries by kind and id, each map in the order of the journal. Not thread-safe. */
final class Books implements EntryVisitor {
  final Map<String, CaseFile> cases = new LinkedHashMap<>();
  final Map<String, CaseClosing> closings = new LinkedHashMap<>();
  final Map<String, Recorded<Violation>> violations = new LinkedHashMap<>();
  final Map<String, Recorded<Retraction>> retractions = new LinkedHashMap<>();
  final Map<String, Recorded<Demand>> demands = new LinkedHashMap<>();
  final Map<String, List<Answer>> answers = new LinkedHashMap<>();
  final Map<String, Recorded<Decision>> decisions = new LinkedHashMap<>();
  final Map<String, Recorded<Lifting>> liftings = new LinkedHashMap<>();

  /** By the id of the decision whose place they take. */
  final Map<String, List<Decision>> successors = new LinkedHashMap<>();

  final Map<String, Recorded<OperatorCard>> operators = new LinkedHashMap<>();
  final Map<String, Recorded<PlatformCard>> platforms = new LinkedHashMap<>();
  final Map<String, Recorded<Proposed>> proposals = new LinkedHashMap<>();
  final Map<String, Recorded<Dismissal>> dismissals = new LinkedHashMap<>();

  private final List<Recorded<?>> entries = new ArrayList<>();

  /** Books of these entries, which were admitted before. */
  static Books of(List<Recorded<?>> entries) {
    Books books = new Books();
    entries.forEach(books::add);
    return books;
  }

  void add(Recorded<?> recorded) {
    entries.add(recorded);
    recorded.entry().accept(this);
  }

  List<Recorded<?>> entries() {
    return entries;
  }

  private Recorded<?> last() {
    return entries.get(entries.size() - 1);
  }

  @Override
  public void operatorCard(OperatorCard entry) {
    operators.put(entry.about(), last().as(entry));
  }

  @Override
  public void platformCard(PlatformCard entry) {
    platforms.put(entry.about(), last().as(entry));
  }

  @Override
  public void proposed(Proposed entry) {
    proposals.put(entry.about(), last().as(entry));
  }

  @Override
  public void dismissal(Dismissal entry) {
    dismissals.put(entry.about(), last().as(entry));
  }

  @Override
  public void caseFile(CaseFile entry) {
    cases.put(entry.id(), entry);
  }

  @Override
  public void violation(Violation entry) {
    violations.put(entry.id(), last().as(entry));
  }

  @Override
  public void retraction(Retraction entry) {
    retractions.put(entry.violationId(), last().as(entry));
  }

  @Override
  public void demand(Demand entry) {
    demands.put(entry.id(), last().as(entry));
  }

  @Override
  public void answer(Answer entry) {
    answers.computeIfAbsent(entry.demandId(), id -> new ArrayList<>()).add(entry);
  }

  @Override
  public void decision(Decision entry) {
    decisions.put(entry.id(), last().as(entry));
    entry
        .supersedes()
        .ifPresent(id -> successors.computeIfAbsent(id, none -> new ArrayList<>()).add(entry));
  }

  @Override
  public void lifting(Lifting entry) {
    liftings.put(entry.decisionId(), last().as(entry));
  }

  @Override
  public void caseClosing(CaseClosing entry) {
    closings.put(entry.caseId(), entry);
  }
}
