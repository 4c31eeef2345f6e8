package nadzor.probe;

import com.google.common.collect.ImmutableSet;

/** Which way a technique's connection takes. */
public enum Route {
  /** To an address of the site. */
  DIRECT(),
  /** Through an HTTP proxy abroad, which is told the name in the clear. */
  HTTP_RELAY(Facility.HTTP_RELAY),
  /** Through a SOCKS5 proxy abroad, which is told the name in the clear. */
  SOCKS_RELAY(Facility.SOCKS_RELAY),
  /** Through an HTTP proxy abroad inside TLS. */
  TLS_RELAY(Facility.TLS_RELAY);

  private final ImmutableSet<Facility> needs;

  Route(Facility... needs) {
    this.needs = ImmutableSet.copyOf(needs);
  }

  ImmutableSet<Facility> needs() {
    return needs;
  }
}
