package nadzor.censor.condition;

import nadzor.censor.Condition;
import nadzor.censor.Scene;
import nadzor.flow.Sighting;

/**
 * The ClientHello carries the encrypted_client_hello extension, or does not; GREASE looks the same
 * (RFC 9849 section 6.2).
 *
 * @param present which of the two
 */
public record Ech(boolean present) implements Condition {
  @Override
  public String name() {
    return "ech";
  }

  @Override
  public boolean suits(Sighting.Kind on) {
    return on == Sighting.Kind.CLIENT_HELLO || on == Sighting.Kind.QUIC_INITIAL;
  }

  @Override
  public boolean holds(Sighting sighting, Scene scene) {
    return Hello.of(sighting).filter(hello -> hello.ech() == present).isPresent();
  }
}
