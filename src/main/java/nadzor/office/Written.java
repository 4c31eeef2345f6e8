package nadzor.office;

import java.util.List;
import nadzor.registry.Recorded;

/**
 * What came of a draft. Immutable.
 *
 * @param dryRun whether nothing was recorded, and this is what would be
 * @param recorded in order; what policy added comes last
 * @param networks where rules change at once
 */
public record Written(boolean dryRun, List<Recorded<?>> recorded, List<NetworkChange> networks) {
  /** Copies the lists. */
  public Written {
    recorded = List.copyOf(recorded);
    networks = List.copyOf(networks);
  }
}
