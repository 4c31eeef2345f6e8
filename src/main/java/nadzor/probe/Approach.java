package nadzor.probe;

/**
 * What a technique changes, as data. Immutable.
 *
 * @param resolver whom it asks for addresses
 * @param scheme TLS or clear text
 * @param serverName how it spells the name in the ClientHello
 * @param firstFlight how it writes the ClientHello
 */
public record Approach(
    ResolverChoice resolver, Scheme scheme, SniSpelling serverName, FirstFlight firstFlight) {
  /** What a browser does that tries nothing. */
  public static final Approach USUAL =
      new Approach(ResolverChoice.NETWORK, Scheme.HTTPS, SniSpelling.NAME, FirstFlight.WHOLE);

  Approach with(ResolverChoice other) {
    return new Approach(other, scheme, serverName, firstFlight);
  }

  Approach with(Scheme other) {
    return new Approach(resolver, other, serverName, firstFlight);
  }

  Approach with(SniSpelling other) {
    return new Approach(resolver, scheme, other, firstFlight);
  }

  Approach with(FirstFlight other) {
    return new Approach(resolver, scheme, serverName, other);
  }
}
