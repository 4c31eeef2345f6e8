package nadzor.lab;

import java.util.Optional;
import nadzor.flow.DomainName;

/**
 * How a site behaves beside serving its page: for techniques that need something of the other end,
 * and for negative controls, where a client fails though no network restricts it. Immutable.
 *
 * @param http3 HTTP/3 too, with {@code Alt-Svc} (RFC 7838) in what it answers over TLS
 * @param tolerant its TLS passes over octets that stand before the ClientHello
 * @param down nothing listens: its ports refuse
 * @param expired its certificate has run out
 * @param redirect every path leads to the same one of this other site
 * @param slow it takes its time
 * @param naming what the authority gives for it beside addresses
 */
public record SiteOptions(
    boolean http3,
    boolean tolerant,
    boolean down,
    boolean expired,
    Optional<DomainName> redirect,
    Optional<Slowness> slow,
    Naming naming) {
  /** HTTP/3, and none of the others. */
  public static final SiteOptions USUAL =
      new SiteOptions(true, false, false, false, Optional.empty(), Optional.empty(), Naming.PLAIN);

  /** Refuses a site that is down and something else. */
  public SiteOptions {
    if (down && (tolerant || expired || redirect.isPresent() || slow.isPresent())) {
      throw new IllegalArgumentException(
          "options: found down beside another, expected down alone: who is down serves nothing");
    }
  }

  /** With HTTP/3 or without. */
  public SiteOptions withHttp3(boolean served) {
    return new SiteOptions(served, tolerant, down, expired, redirect, slow, naming);
  }

  /** Tolerant. */
  public SiteOptions asTolerant() {
    return new SiteOptions(http3, true, down, expired, redirect, slow, naming);
  }

  /** Down. */
  public SiteOptions asDown() {
    return new SiteOptions(http3, tolerant, true, expired, redirect, slow, naming);
  }

  /** With a certificate that has run out. */
  public SiteOptions asExpired() {
    return new SiteOptions(http3, tolerant, down, true, redirect, slow, naming);
  }

  /** Leading to another site. */
  public SiteOptions redirectedTo(DomainName other) {
    return new SiteOptions(http3, tolerant, down, expired, Optional.of(other), slow, naming);
  }

  /** Slow. */
  public SiteOptions slowedBy(Slowness slowness) {
    return new SiteOptions(http3, tolerant, down, expired, redirect, Optional.of(slowness), naming);
  }

  /** Named otherwise. */
  public SiteOptions named(Naming otherwise) {
    return new SiteOptions(http3, tolerant, down, expired, redirect, slow, otherwise);
  }

  /** What all sites of one address share, as they share its listeners and its certificate. */
  String ofTheAddress() {
    return "tolerant: %s, down: %s, expired: %s".formatted(tolerant, down, expired);
  }
}
