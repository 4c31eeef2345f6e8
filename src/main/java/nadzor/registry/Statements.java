package nadzor.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which statements are published when. A decision that is in force as soon as it is announced
 * publishes its restriction only, any other an announcement first; one that is superseded publishes
 * nothing more, as its successor names it. What is recorded late is published when it is recorded.
 * The same records give the same texts.
 */
public final class Statements {
  private static final Comparator<Statement> ORDER =
      Comparator.comparing(Statement::publishedAt).thenComparing(Statement::kind);

  private Statements() {}

  /** Everything published up to that instant, inclusive; in order. */
  public static List<Statement> upTo(Journal journal, Instant to) {
    Registry known = journal.at(to);
    List<Statement> statements = new ArrayList<>();
    known.books().demands.upTo(known.limit()).forEach(demand -> statements.add(ofDemand(known, demand)));
    known.books().decisions.upTo(known.limit()).forEach(one -> statements.addAll(ofDecision(known, one)));
    return statements.stream()
        .filter(statement -> !statement.publishedAt().isAfter(to))
        .sorted(ORDER)
        .toList();
  }

  /** Everything published after {@code from} and up to {@code to}, inclusive; in order. */
  public static List<Statement> between(Journal journal, Instant from, Instant to) {
    return upTo(journal, to).stream()
        .filter(statement -> statement.publishedAt().isAfter(from))
        .toList();
  }

  private static Statement ofDemand(Registry known, Recorded<Demand> demand) {
    return new StatementText(known).demand(demand.entry(), demand.at());
  }

  private static List<Statement> ofDecision(Registry known, Recorded<Decision> recorded) {
    Decision decision = recorded.entry();
    StatementText text = new StatementText(known);
    List<Statement> statements = new ArrayList<>();
    for (Move move : known.moves(decision.id())) {
      Instant at = later(move.at(), recorded.at());
      if (move.to() == DecisionState.ANNOUNCED && hasTransition(decision)) {
        statements.add(text.announcement(decision, at));
      } else if (move.to() == DecisionState.IN_FORCE) {
        statements.add(text.restriction(decision, at));
      } else if (move.to() == DecisionState.LIFTED) {
        statements.add(lifting(known, decision, at));
      }
    }
    return statements;
  }

  private static Statement lifting(Registry known, Decision decision, Instant at) {
    Optional<Recorded<Lifting>> lifting =
        known.books().liftings.find(decision.id(), known.limit());
    Instant published = lifting.map(recorded -> later(at, recorded.at())).orElse(at);
    return new StatementText(known).lifting(decision, lifting.map(Recorded::entry), published);
  }

  private static boolean hasTransition(Decision decision) {
    return decision.timetable().inForceFrom().isAfter(decision.timetable().announcedAt());
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
