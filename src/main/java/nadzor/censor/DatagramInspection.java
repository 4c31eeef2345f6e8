package nadzor.censor;

import nadzor.flow.Datagram;
import nadzor.flow.QuicInitial;
import nadzor.flow.Sighting;
import nadzor.wire.Parsed;
import nadzor.wire.QuicCrypto;
import nadzor.wire.QuicInitialParser;

/**
 * Turns datagrams of a client into sightings, as far as a profile's policy goes. Not thread-safe.
 */
final class DatagramInspection {
  private final QuicPolicy policy;
  private final QuicCrypto crypto = new QuicCrypto();

  DatagramInspection(QuicPolicy policy) {
    this.policy = policy;
  }

  Sighting read(byte[] bytes, int offset, int length) {
    return initial(bytes, offset, length) instanceof Parsed.Complete<QuicInitial> complete
        ? complete.value()
        : new Datagram(length);
  }

  private Parsed<QuicInitial> initial(byte[] bytes, int offset, int length) {
    if (!policy.decrypt()) {
      return QuicInitialParser.version(bytes, offset, length);
    }
    return switch (policy.gather()) {
      case NONE -> QuicInitialParser.frame(bytes, offset, length);
      case FRAMES -> QuicInitialParser.datagram(bytes, offset, length);
      case DATAGRAMS -> crypto.read(bytes, offset, length);
    };
  }
}
