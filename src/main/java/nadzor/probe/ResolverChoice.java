package nadzor.probe;

import nadzor.flow.Endpoint;

/** Whom a technique asks for addresses. */
public enum ResolverChoice {
  /** The network's own resolver, as DHCP would have given it. */
  NETWORK,
  /** A resolver abroad. */
  FOREIGN;

  Endpoint of(Vantage vantage) {
    return this == NETWORK ? vantage.resolver() : vantage.foreignResolver();
  }
}
