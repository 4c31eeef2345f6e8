package nadzor.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Which statements are published when. A decision that is in force as soon as it is announced
 * publishes its restriction only, any other an announcement first; one that is superseded publishes
 * nothing more, as its successor names it. What is recorded late is published when it is recorded.
 * The same records give the same texts.
 */
public final class Statements {
  private static final Comparator<Draft> ORDER =
      Comparator.comparing(Draft::at).thenComparing(Draft::kind);

  private final Registry known;
  private final StatementText text;

  /** The statements of what a registry knows, in a language. */
  public Statements(Registry known, Language language) {
    this.known = known;
    this.text = new StatementText(known, language);
  }

  /** Everything published up to that instant, inclusive; in order, in English. */
  public static List<Statement> upTo(Journal journal, Instant to) {
    return new Statements(journal.at(to), Language.ENGLISH).between(Instant.MIN, to);
  }

  /** Everything published after {@code from} and up to {@code to}, inclusive; in English. */
  public static List<Statement> between(Journal journal, Instant from, Instant to) {
    return new Statements(journal.at(to), Language.ENGLISH).between(from, to);
  }

  /** Everything published after {@code from} and up to {@code to}, inclusive; in order. */
  public List<Statement> between(Instant from, Instant to) {
    Books books = known.books();
    Stream<Draft> demands = books.demands.upTo(known.limit()).stream().map(this::ofDemand);
    Stream<Draft> decisions =
        books.decisions.upTo(known.limit()).stream().flatMap(one -> ofDecision(one).stream());
    return Stream.concat(demands, decisions)
        .filter(draft -> draft.at.isAfter(from) && !draft.at.isAfter(to))
        .sorted(ORDER)
        .map(draft -> draft.text.get())
        .toList();
  }

  /**
   * What was published up to that instant, the last first: a part of it, and how much there is.
   *
   * @param from how many later ones to leave out
   * @param most how many at most
   */
  public Published newest(Instant to, int from, int most) {
    StatementKeys keys = new StatementKeys(Nanos.of(to), from + most);
    List<Recorded<Demand>> demands = known.books().demands.upTo(known.limit());
    keys.addInOrder(demands.size(), place -> Nanos.of(demands.get(place).at()));
    List<Recorded<Decision>> decisions = known.books().decisions.upTo(known.limit());
    known.books().spells.show(known, (rows, lives) -> keys.addAll(rows, lives, decisions.size()));
    List<Statement> page =
        keys.newest(from).stream()
            .map(
                key ->
                    key.kind() == StatementKind.DEMAND
                        ? ofDemand(demands.get(key.place()))
                        : ofDecision(decisions.get(key.place()), key.kind()))
            .map(draft -> draft.text.get())
            .toList();
    return new Published(page, keys.total());
  }

  private Draft ofDecision(Recorded<Decision> decision, StatementKind kind) {
    return ofDecision(decision).stream().filter(one -> one.kind == kind).findFirst().orElseThrow();
  }

  /** All on one demand, planned ones included. */
  public List<Statement> onDemand(String id) {
    return known.books().demands.find(id, known.limit()).stream()
        .map(this::ofDemand)
        .map(draft -> draft.text.get())
        .toList();
  }

  /** All on one decision, planned ones included; in order. */
  public List<Statement> onDecision(String id) {
    return known.books().decisions.find(id, known.limit()).stream()
        .flatMap(one -> ofDecision(one).stream())
        .sorted(ORDER)
        .map(draft -> draft.text.get())
        .toList();
  }

  private Draft ofDemand(Recorded<Demand> demand) {
    return new Draft(
        demand.at(), StatementKind.DEMAND, () -> text.demand(demand.entry(), demand.at()));
  }

  private List<Draft> ofDecision(Recorded<Decision> recorded) {
    Decision decision = recorded.entry();
    List<Draft> drafts = new ArrayList<>();
    for (Move move : known.moves(decision.id())) {
      Instant at = later(move.at(), recorded.at());
      if (move.to() == DecisionState.ANNOUNCED && hasTransition(decision)) {
        drafts.add(
            new Draft(at, StatementKind.ANNOUNCEMENT, () -> text.announcement(decision, at)));
      } else if (move.to() == DecisionState.IN_FORCE) {
        drafts.add(new Draft(at, StatementKind.RESTRICTION, () -> text.restriction(decision, at)));
      } else if (move.to() == DecisionState.LIFTED) {
        drafts.add(lifting(decision, at));
      }
    }
    return drafts;
  }

  private Draft lifting(Decision decision, Instant at) {
    Optional<Recorded<Lifting>> lifting = known.books().liftings.find(decision.id(), known.limit());
    Instant published = lifting.map(recorded -> later(at, recorded.at())).orElse(at);
    return new Draft(
        published,
        StatementKind.LIFTING,
        () -> text.lifting(decision, lifting.map(Recorded::entry), published));
  }

  private static boolean hasTransition(Decision decision) {
    return decision.timetable().inForceFrom().isAfter(decision.timetable().announcedAt());
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /** A statement that is not yet written. */
  private record Draft(Instant at, StatementKind kind, Supplier<Statement> text) {}
}
