package nadzor.censor;

import java.net.InetAddress;
import java.util.Optional;
import nadzor.blocklist.Blocklist;

/**
 * What is in force in a network: one reference, read once for each sighting, so that no judgement
 * sees two of them. Immutable.
 *
 * @param current the version in force
 * @param trial another one that is tried beside it
 */
record Standing(Blocklist current, Optional<Trial> trial) {
  static final Standing EMPTY = new Standing(Blocklist.EMPTY, Optional.empty());

  /** The version that acts on this client. */
  Blocklist acting(InetAddress client) {
    return trial.isPresent() && !trial.get().isShadow() && trial.get().includes(client)
        ? trial.get().blocklist()
        : current;
  }

  /** The trial, where it concerns this client. */
  Optional<Trial> trialOf(InetAddress client) {
    return trial.isPresent() && trial.get().includes(client) ? trial : Optional.empty();
  }
}
