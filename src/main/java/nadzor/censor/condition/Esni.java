package nadzor.censor.condition;

import nadzor.censor.Condition;
import nadzor.censor.Scene;
import nadzor.flow.Sighting;

/**
 * The ClientHello carries encrypted_server_name, the forerunner of ECH, or does not.
 *
 * @param present which of the two
 */
public record Esni(boolean present) implements Condition {
  @Override
  public String name() {
    return "esni";
  }

  @Override
  public boolean suits(Sighting.Kind on) {
    return on == Sighting.Kind.CLIENT_HELLO || on == Sighting.Kind.QUIC_INITIAL;
  }

  @Override
  public boolean holds(Sighting sighting, Scene scene) {
    return Hello.of(sighting).filter(hello -> hello.esni() == present).isPresent();
  }
}
