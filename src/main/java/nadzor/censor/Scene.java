package nadzor.censor;

import nadzor.flow.Direction;
import nadzor.flow.Endpoint;

/**
 * What is known of a flow beside a sighting. Immutable.
 *
 * @param client who opened it; port 0 for a question to the resolver, whose client no line is about
 * @param server where to, as the world advertises it
 * @param direction which way the sighting went
 */
public record Scene(Endpoint client, Endpoint server, Direction direction) {
  /** A question to a resolver: there is no flow to speak of. */
  static final Scene QUESTION =
      new Scene(Endpoint.of("0.0.0.0", 0), Endpoint.of("0.0.0.0", 53), Direction.FROM_CLIENT);
}
