package nadzor.censor.condition;

import nadzor.censor.Condition;
import nadzor.censor.Scene;
import nadzor.flow.Connection;
import nadzor.flow.Sighting;

/**
 * The flow that begins is one of UDP datagrams, or a TCP connection.
 *
 * @param datagrams which of the two
 */
public record Datagrams(boolean datagrams) implements Condition {
  @Override
  public String name() {
    return "datagrams";
  }

  @Override
  public boolean suits(Sighting.Kind on) {
    return on == Sighting.Kind.CONNECTION;
  }

  @Override
  public boolean holds(Sighting sighting, Scene scene) {
    return sighting instanceof Connection connection && connection.datagrams() == datagrams;
  }
}
