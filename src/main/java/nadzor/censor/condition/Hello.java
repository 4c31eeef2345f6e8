package nadzor.censor.condition;

import java.util.Optional;
import nadzor.flow.ClientHello;
import nadzor.flow.QuicInitial;
import nadzor.flow.Sighting;

/** The ClientHello in a sighting, over TCP or QUIC. */
final class Hello {
  private Hello() {}

  static Optional<ClientHello> of(Sighting sighting) {
    if (sighting instanceof ClientHello hello) {
      return Optional.of(hello);
    }
    return sighting instanceof QuicInitial quic ? quic.hello() : Optional.empty();
  }
}
