package nadzor.office;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.registry.Decision;
import nadzor.registry.Demand;
import nadzor.registry.DemandState;
import nadzor.registry.Move;
import nadzor.registry.Registry;
import nadzor.story.NetworkPlan;

/**
 * Something that will happen by itself. Immutable.
 *
 * @param at when
 * @param what in words
 * @param about the id of the decision or demand
 * @param kind what it is
 * @param network where, for what only one network does
 */
public record Upcoming(Instant at, String what, String about, Kind kind, Optional<String> network) {
  /** The kinds. */
  public enum Kind {
    /** A decision reaches a state. */
    MOVE,
    /** A demand's term ends. */
    TERM,
    /** A network that is not in step follows. */
    LAG,
    /** A policy rule fires. */
    POLICY
  }

  /** The moves of a decision, past ones too, and what networks make of them later. */
  static List<Upcoming> of(Registry registry, Decision decision, List<NetworkPlan> networks) {
    List<Upcoming> all = new ArrayList<>();
    for (Move move : registry.moves(decision.id())) {
      all.add(moves(decision, move, move.at(), Kind.MOVE, Optional.empty()));
      for (NetworkPlan plan : networks) {
        Duration lag = plan.lagOf().getOrDefault(decision.id(), plan.lag());
        if (!lag.isZero() && !plan.control() && binds(move)) {
          Optional<String> name = Optional.of(plan.name());
          all.add(moves(decision, move, move.at().plus(lag), Kind.LAG, name));
        }
      }
    }
    return all;
  }

  /** Whether a network has something to do for it. */
  private static boolean binds(Move move) {
    return switch (move.to()) {
      case IN_FORCE, LIFTED, SUPERSEDED -> true;
      default -> false;
    };
  }

  private static Upcoming moves(
      Decision decision, Move move, Instant at, Kind kind, Optional<String> network) {
    String where = network.map(name -> " in " + name).orElse("");
    String what = decision.title() + ": " + move.to().word() + where;
    return new Upcoming(at, what, decision.id(), kind, network);
  }

  /** The end of a demand's term, if that is still to come and the demand is not met before. */
  static Optional<Upcoming> of(Registry registry, Demand demand, Instant now) {
    return demand
        .until()
        .filter(now::isBefore)
        .filter(end -> !registry.demandState(demand.id(), end).equals(Optional.of(DemandState.MET)))
        .map(
            end ->
                new Upcoming(
                    end,
                    demand.title() + ": its term ends",
                    demand.id(),
                    Kind.TERM,
                    Optional.empty()));
  }
}
