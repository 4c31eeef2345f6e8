package nadzor.office;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.censor.Foresight;
import nadzor.flow.Sighting;
import nadzor.registry.Why;
import nadzor.story.NetworkPlan;

/**
 * What networks would do with something, by the judge that enforces. Immutable.
 *
 * @param query as it was asked
 * @param at when
 * @param known as known then
 * @param holdings the decisions that hold it in any of the networks
 */
public record Foretold(
    String query,
    Kind kind,
    Instant at,
    Instant known,
    List<InNetwork> networks,
    List<Why.Holding> holdings) {
  /** Copies the lists. */
  public Foretold {
    networks = List.copyOf(networks);
    holdings = List.copyOf(holdings);
  }

  /** What can be asked for. */
  public enum Kind {
    /** A host name, which stands for its URLs of http and https. */
    NAME,
    /** An address. */
    ADDRESS,
    /** A URL of http or https. */
    URL
  }

  /** One sighting of a visit, and what would happen to it; {@code to} is the server. */
  public record Seen(Sighting.Kind kind, String to, Optional<Foresight> foresight) {}

  /** What one network does at each sighting that a visit shows it. */
  public record InNetwork(NetworkPlan network, Blocklist version, List<Seen> seen) {
    /** Copies the list. */
    public InNetwork {
      seen = List.copyOf(seen);
    }

    /** Whether anything is restricted because it is listed. */
    public boolean isRestricted() {
      return seen.stream().anyMatch(one -> one.foresight().filter(Foresight::isListed).isPresent());
    }

    /** Whether the network does something to such a visit whatever is listed. */
    public boolean hasHabit() {
      return seen.stream().anyMatch(one -> one.foresight().filter(Foresight::isHabit).isPresent());
    }
  }
}
