package nadzor.censor.condition;

import nadzor.censor.Condition;
import nadzor.censor.Scene;
import nadzor.flow.Sighting;

/**
 * The client's port is above the server's: a filter of QUIC passed over the others (Zohaib et al.,
 * USENIX Security 2025, known here at second hand).
 *
 * @param above which of the two
 */
public record SourcePortAbove(boolean above) implements Condition {
  @Override
  public String name() {
    return "source-port-above";
  }

  @Override
  public boolean suits(Sighting.Kind on) {
    return on == Sighting.Kind.QUIC_INITIAL || on == Sighting.Kind.DATAGRAM;
  }

  @Override
  public boolean holds(Sighting sighting, Scene scene) {
    return scene.client().port() > scene.server().port() == above;
  }
}
