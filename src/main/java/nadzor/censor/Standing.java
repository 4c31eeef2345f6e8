package nadzor.censor;

import java.net.InetAddress;
import java.util.Optional;
import nadzor.blocklist.Blocklist;

/**
 * What is in force in a network: one reference, read once for each sighting, and once for a DNS
 * query with all that comes of it, so that no judgement sees two of them. Immutable.
 *
 * @param current the version in force
 * @param trial another one that is tried beside it
 */
public record Standing(Blocklist current, Optional<Trial> trial) {
  /** Without rules. */
  public static final Standing EMPTY = new Standing(Blocklist.EMPTY, Optional.empty());

  /** The version that acts on this client: the one in force, or one that is tried on it. */
  public Blocklist acting(InetAddress client) {
    return trial.isPresent() && !trial.get().isShadow() && trial.get().includes(client)
        ? trial.get().blocklist()
        : current;
  }

  /** The trial, where it concerns this client. */
  Optional<Trial> trialOf(InetAddress client) {
    return trial.isPresent() && trial.get().includes(client) ? trial : Optional.empty();
  }
}
