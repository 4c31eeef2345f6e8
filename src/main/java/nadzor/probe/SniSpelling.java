package nadzor.probe;

import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.Optional;
import nadzor.flow.DomainName;

/** How a technique writes the name in the ClientHello (RFC 6066 section 3). */
public enum SniSpelling {
  /** The name itself. */
  NAME(),
  /** The name with a trailing dot, which RFC 6066 forbids and most servers take. */
  NAME_AND_DOT(),
  /** The name in capitals; names are compared without case. */
  UPPER_CASE(),
  /** A neutral name; the certificate may then speak for either. */
  FRONT(Facility.NEUTRAL_NAME),
  /** No server_name extension. */
  NONE();

  private final ImmutableSet<Facility> needs;

  SniSpelling(Facility... needs) {
    this.needs = ImmutableSet.copyOf(needs);
  }

  ImmutableSet<Facility> needs() {
    return needs;
  }

  /** The text that goes on the wire; empty: no extension. */
  Optional<String> of(DomainName host, Hints hints) {
    return switch (this) {
      case NAME -> Optional.of(host.text());
      case NAME_AND_DOT -> Optional.of(host.text() + ".");
      case UPPER_CASE -> Optional.of(host.text().toUpperCase(Locale.ROOT));
      case FRONT -> hints.neutral().map(DomainName::text);
      case NONE -> Optional.empty();
    };
  }
}
