package nadzor.probe;

import com.google.common.collect.ImmutableSet;

/** What carries a visit. */
public enum Transport {
  /** TCP. */
  STREAM(Depth.PAGE),
  /** QUIC version 1 (RFC 9000), as far as the server's first Initial. */
  QUIC_V1(Depth.SERVER_HELLO, Facility.UDP_ASSOCIATE),
  /** A QUIC version that nobody speaks, which a server answers by those it does. */
  QUIC_UNKNOWN(Depth.VERSION_NEGOTIATION, Facility.UDP_ASSOCIATE);

  private final Depth depth;
  private final ImmutableSet<Facility> needs;

  Transport(Depth depth, Facility... needs) {
    this.depth = depth;
    this.needs = ImmutableSet.copyOf(needs);
  }

  Depth depth() {
    return depth;
  }

  ImmutableSet<Facility> needs() {
    return needs;
  }
}
