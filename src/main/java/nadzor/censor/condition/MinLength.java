package nadzor.censor.condition;

import nadzor.censor.Condition;
import nadzor.censor.Scene;
import nadzor.flow.Datagram;
import nadzor.flow.Opaque;
import nadzor.flow.QuicInitial;
import nadzor.flow.Sighting;

/**
 * What was seen has at least so many octets.
 *
 * @param octets of the datagram or the segment
 */
public record MinLength(int octets) implements Condition {
  @Override
  public String name() {
    return "min-length";
  }

  @Override
  public boolean suits(Sighting.Kind on) {
    return on == Sighting.Kind.QUIC_INITIAL
        || on == Sighting.Kind.DATAGRAM
        || on == Sighting.Kind.OPAQUE;
  }

  @Override
  public boolean holds(Sighting sighting, Scene scene) {
    return length(sighting) >= octets;
  }

  private static int length(Sighting sighting) {
    if (sighting instanceof QuicInitial quic) {
      return quic.length();
    }
    if (sighting instanceof Datagram datagram) {
      return datagram.length();
    }
    return sighting instanceof Opaque opaque ? opaque.length() : 0;
  }

  @Override
  public boolean covers(Condition other) {
    return other instanceof MinLength longer && octets <= longer.octets;
  }
}
