package nadzor.probe;

import java.util.Optional;
import nadzor.flow.DomainName;

/** How a technique writes the name in the ClientHello (RFC 6066 section 3). */
public enum SniSpelling {
  /** The name itself. */
  NAME,
  /** The name with a trailing dot, which RFC 6066 forbids and most servers take. */
  NAME_AND_DOT,
  /** No server_name extension. */
  NONE;

  /** The text that goes on the wire; empty: no extension. */
  Optional<String> of(DomainName host) {
    return switch (this) {
      case NAME -> Optional.of(host.text());
      case NAME_AND_DOT -> Optional.of(host.text() + ".");
      case NONE -> Optional.empty();
    };
  }
}
