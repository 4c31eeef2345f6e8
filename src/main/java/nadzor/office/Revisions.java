package nadzor.office;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nadzor.registry.Answer;
import nadzor.registry.CaseClosing;
import nadzor.registry.CaseFile;
import nadzor.registry.Decision;
import nadzor.registry.Demand;
import nadzor.registry.Dismissal;
import nadzor.registry.Entry;
import nadzor.registry.Lifting;
import nadzor.registry.PlatformCard;
import nadzor.registry.Proposed;
import nadzor.registry.Recorded;

/**
 * The number of the last record about each thing that two editors might change at once. Written
 * under the office's lock, read by anybody.
 */
public final class Revisions {
  /** What things have a revision. */
  public enum Kind {
    /** A platform's card. */
    PLATFORM,
    /** A case: every record in it. */
    CASE,
    /** A decision: itself, its lifting, what supersedes it. */
    DECISION,
    /** A proposal: itself, its dismissal, the decision that takes it. */
    PROPOSAL
  }

  /** One thing. */
  public record Key(Kind kind, String id) {}

  private final Map<Key, Long> last = new ConcurrentHashMap<>();
  private final Map<String, String> caseOf = new ConcurrentHashMap<>();

  Revisions() {}

  /** The number of the last record about it; 0 where it stands in no record. */
  public long of(Kind kind, String id) {
    return last.getOrDefault(new Key(kind, id), 0L);
  }

  /** Refuses what has changed since. */
  void check(Key key, long revision) {
    long now = of(key.kind(), key.id());
    if (now != revision) {
      throw new Refusal(
          Refusal.Kind.STALE, "#header/If-Match", "revision " + revision, "the one now: " + now);
    }
  }

  void add(Recorded<?> recorded) {
    long number = recorded.number();
    Entry entry = recorded.entry();
    if (entry instanceof PlatformCard card) {
      set(Kind.PLATFORM, card.about(), number);
    } else if (entry instanceof CaseFile file) {
      set(Kind.CASE, file.id(), number);
    } else if (entry instanceof CaseClosing closing) {
      set(Kind.CASE, closing.caseId(), number);
    } else if (entry instanceof Demand demand) {
      inCase("demand " + demand.id(), demand.caseId(), number);
    } else if (entry instanceof Answer answer) {
      ofCase("demand " + answer.demandId()).ifPresent(id -> set(Kind.CASE, id, number));
    } else if (entry instanceof Proposed proposed) {
      set(Kind.PROPOSAL, proposed.about(), number);
      inCase("decision " + proposed.about(), proposed.proposal().caseId(), number);
    } else {
      addDecision(entry, number);
    }
  }

  private void addDecision(Entry entry, long number) {
    if (entry instanceof Decision decision) {
      set(Kind.DECISION, decision.id(), number);
      set(Kind.PROPOSAL, decision.id(), number);
      decision.supersedes().ifPresent(id -> set(Kind.DECISION, id, number));
      inCase("decision " + decision.id(), decision.caseId(), number);
    } else if (entry instanceof Dismissal dismissal) {
      set(Kind.PROPOSAL, dismissal.decisionId(), number);
      ofCase("decision " + dismissal.decisionId()).ifPresent(id -> set(Kind.CASE, id, number));
    } else if (entry instanceof Lifting lifting) {
      set(Kind.DECISION, lifting.decisionId(), number);
      ofCase("decision " + lifting.decisionId()).ifPresent(id -> set(Kind.CASE, id, number));
    }
  }

  private void inCase(String thing, String caseId, long number) {
    caseOf.put(thing, caseId);
    set(Kind.CASE, caseId, number);
  }

  private Optional<String> ofCase(String thing) {
    return Optional.ofNullable(caseOf.get(thing));
  }

  private void set(Kind kind, String id, long number) {
    last.put(new Key(kind, id), number);
  }
}
