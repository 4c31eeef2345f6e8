package nadzor.probe;

import com.google.common.collect.ImmutableSet;

/** Who writes the ClientHello, and with what in it. */
public enum HelloForm {
  /** The JDK, as it pleases. */
  USUAL(Depth.PAGE),
  /** Ours, padded past one segment (RFC 7685). */
  PADDED(Depth.PAGE),
  /** Ours, with an encrypted_client_hello extension of random octets (RFC 9849 section 6.2). */
  ECH_GREASE(Depth.PAGE),
  /** Ours, with that extension and a neutral name outside: what an observer of real ECH sees. */
  ECH_OUTER(Depth.SERVER_HELLO, Facility.NEUTRAL_NAME);

  private final Depth depth;
  private final ImmutableSet<Facility> needs;

  HelloForm(Depth depth, Facility... needs) {
    this.depth = depth;
    this.needs = ImmutableSet.copyOf(needs);
  }

  Depth depth() {
    return depth;
  }

  ImmutableSet<Facility> needs() {
    return needs;
  }

  boolean hasEch() {
    return this == ECH_GREASE || this == ECH_OUTER;
  }
}
