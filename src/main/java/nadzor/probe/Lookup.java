package nadzor.probe;

import com.google.common.collect.ImmutableSet;

/** How a technique finds an address. */
public enum Lookup {
  /** The network's own resolver over UDP, as DHCP would have given it. */
  USUAL(),
  /** The same, the name in mixed case, which must come back so. */
  MIXED_CASE(),
  /** The same, asked for an HTTPS record first. */
  HTTPS_RECORD(),
  /** A resolver abroad over UDP. */
  FOREIGN_UDP(Facility.FOREIGN_UDP),
  /** The same; of all answers that come in time the last counts. */
  LAST_ANSWER(Facility.FOREIGN_UDP),
  /** A resolver abroad over TCP. */
  FOREIGN_TCP(Facility.FOREIGN_TCP),
  /** The same, the query in small segments. */
  TCP_SEGMENTS(Facility.FOREIGN_TCP),
  /** A resolver abroad over TLS. */
  DOT(Facility.FOREIGN_DOT),
  /** A resolver abroad over HTTPS, the query in the URI. */
  DOH_GET(Facility.FOREIGN_DOH),
  /** A resolver abroad over HTTPS, the query in the body. */
  DOH_POST(Facility.FOREIGN_DOH),
  /** A resolver that is asked outside the network. */
  ELSEWHERE(Facility.ELSEWHERE);

  private final ImmutableSet<Facility> needs;

  Lookup(Facility... needs) {
    this.needs = ImmutableSet.copyOf(needs);
  }

  ImmutableSet<Facility> needs() {
    return needs;
  }
}
