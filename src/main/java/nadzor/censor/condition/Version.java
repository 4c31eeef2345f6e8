package nadzor.censor.condition;

import java.util.Set;
import nadzor.censor.Condition;
import nadzor.censor.Scene;
import nadzor.flow.QuicInitial;
import nadzor.flow.Sighting;

/**
 * The QUIC version is one of these.
 *
 * @param versions as unsigned numbers in ints; 1 is RFC 9000
 */
public record Version(Set<Integer> versions) implements Condition {
  @Override
  public String name() {
    return "version";
  }

  @Override
  public boolean suits(Sighting.Kind on) {
    return on == Sighting.Kind.QUIC_INITIAL;
  }

  @Override
  public boolean holds(Sighting sighting, Scene scene) {
    return sighting instanceof QuicInitial quic && versions.contains(quic.version());
  }

  @Override
  public boolean covers(Condition other) {
    return other instanceof Version quic && versions.containsAll(quic.versions);
  }
}
