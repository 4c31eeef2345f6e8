package nadzor.censor.condition;

import nadzor.censor.Condition;
import nadzor.censor.Scene;
import nadzor.flow.Direction;
import nadzor.flow.Sighting;

/**
 * The sighting travels this way.
 *
 * @param by from the client or from the server
 */
public record Sent(Direction by) implements Condition {
  @Override
  public String name() {
    return "direction";
  }

  @Override
  public boolean suits(Sighting.Kind on) {
    return on == Sighting.Kind.CLIENT_HELLO || on == Sighting.Kind.OPAQUE;
  }

  @Override
  public boolean holds(Sighting sighting, Scene scene) {
    return scene.direction() == by;
  }
}
