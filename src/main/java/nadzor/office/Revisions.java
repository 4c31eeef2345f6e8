package nadzor.office;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nadzor.registry.Answer;
import nadzor.registry.CaseClosing;
import nadzor.registry.CaseFile;
import nadzor.registry.Decision;
import nadzor.registry.Demand;
import nadzor.registry.Dismissal;
import nadzor.registry.Entry;
import nadzor.registry.EntryKind;
import nadzor.registry.Lifting;
import nadzor.registry.ProposalFile;
import nadzor.registry.Proposed;
import nadzor.registry.Recorded;
import nadzor.registry.Registry;

/**
 * The number of the last record about each thing that two editors might change at once. Records are
 * followed when somebody asks, for a long journal has many. Thread-safe.
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

  private final Supplier<Registry> known;

  /** The number of the last record in each case. */
  private final Map<String, Long> inCase = new HashMap<>();

  private int followed;

  /** Of what is known when somebody asks. */
  Revisions(Supplier<Registry> known) {
    this.known = known;
  }

  /** The number of the last record about it; 0 where it stands in no record. */
  public long of(Kind kind, String id) {
    return switch (kind) {
      case PLATFORM -> known.get().record(EntryKind.PLATFORM, id).map(Recorded::number).orElse(0L);
      case CASE -> ofCase(id);
      case DECISION -> known.get().lastOnDecision(id);
      case PROPOSAL -> known.get().lastOnProposal(id);
    };
  }

  /** Refuses what has changed since. */
  void check(Key key, long revision) {
    long now = of(key.kind(), key.id());
    if (now != revision) {
      throw new Refusal(
          Refusal.Kind.STALE, "#header/If-Match", "revision " + revision, "the one now: " + now);
    }
  }

  private synchronized long ofCase(String id) {
    follow();
    return inCase.getOrDefault(id, 0L);
  }

  /** Looks at the records that came since it did so last. */
  synchronized void follow() {
    List<Recorded<?>> entries = known.get().entries();
    for (; followed < entries.size(); followed++) {
      add(entries.get(followed));
    }
  }

  private void add(Recorded<?> recorded) {
    if (recorded.kind() != EntryKind.VIOLATION && recorded.kind() != EntryKind.RETRACTION) {
      caseOf(recorded.entry()).ifPresent(id -> inCase.put(id, recorded.number()));
    }
  }

  private Optional<String> caseOf(Entry entry) {
    if (entry instanceof CaseFile file) {
      return Optional.of(file.id());
    } else if (entry instanceof CaseClosing closing) {
      return Optional.of(closing.caseId());
    } else if (entry instanceof Demand demand) {
      return Optional.of(demand.caseId());
    } else if (entry instanceof Answer answer) {
      return known.get().demand(answer.demandId()).map(Demand::caseId);
    }
    return caseOfDecision(entry);
  }

  private Optional<String> caseOfDecision(Entry entry) {
    if (entry instanceof Decision decision) {
      return Optional.of(decision.caseId());
    } else if (entry instanceof Proposed proposed) {
      return Optional.of(proposed.proposal().caseId());
    } else if (entry instanceof Dismissal dismissal) {
      return known.get().proposal(dismissal.decisionId()).map(Revisions::caseOf);
    } else if (entry instanceof Lifting lifting) {
      return known.get().decision(lifting.decisionId()).map(Decision::caseId);
    }
    return Optional.empty();
  }

  private static String caseOf(ProposalFile file) {
    return file.proposed().entry().proposal().caseId();
  }
}
