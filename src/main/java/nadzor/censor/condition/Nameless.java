package nadzor.censor.condition;

import nadzor.censor.Condition;
import nadzor.censor.Scene;
import nadzor.flow.Sighting;

/**
 * The sighting carries no name, or does.
 *
 * @param nameless which of the two
 */
public record Nameless(boolean nameless) implements Condition {
  @Override
  public String name() {
    return "nameless";
  }

  @Override
  public boolean suits(Sighting.Kind on) {
    return on == Sighting.Kind.CLIENT_HELLO
        || on == Sighting.Kind.HTTP_HEAD
        || on == Sighting.Kind.QUIC_INITIAL;
  }

  @Override
  public boolean holds(Sighting sighting, Scene scene) {
    return sighting.name().isEmpty() == nameless;
  }
}
