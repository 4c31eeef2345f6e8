package nadzor.lab;

import java.util.Optional;
import nadzor.flow.DomainName;

/**
 * What the authority gives for a name beside its addresses. Immutable.
 *
 * @param alias the name is a CNAME of this other site, as that of a customer of a content network
 *     is (RFC 1034 section 3.6.2)
 * @param ech its HTTPS record carries an Encrypted ClientHello configuration with this public name
 *     (RFC 9849 section 4). No origin of the laboratory can open what is encrypted to it: a client
 *     that tries is told so by the handshake with the public name, and does without
 */
public record Naming(Optional<DomainName> alias, Optional<DomainName> ech) {
  /** Addresses alone. */
  public static final Naming PLAIN = new Naming(Optional.empty(), Optional.empty());

  /** Refuses both: the records of an alias are those of the other name. */
  public Naming {
    if (alias.isPresent() && ech.isPresent()) {
      throw new IllegalArgumentException(
          "options: found ech beside alias, expected it on the site that the alias leads to");
    }
  }

  /** A CNAME of this other site. */
  public static Naming aliasOf(DomainName other) {
    return new Naming(Optional.of(other), Optional.empty());
  }

  /** With an ECH configuration of this public name. */
  public static Naming withEch(DomainName publicName) {
    return new Naming(Optional.empty(), Optional.of(publicName));
  }
}
