package nadzor.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.flow.DomainName;

/**
 * What one TLS handshake shall be. Immutable.
 *
 * @param depth where it may stop: with the ServerHello, or when it is complete
 */
record Greeting(Site site, Approach approach, Hints hints, Depth depth) {
  /** As it goes on the wire. */
  Optional<String> serverName() {
    return approach.hello() == HelloForm.ECH_OUTER
        ? SniSpelling.FRONT.of(site.host(), hints)
        : approach.serverName().of(site.host(), hints);
  }

  /** The certificate must speak for one of these: where a neutral name is shown, for it too. */
  List<DomainName> acceptable() {
    List<DomainName> names = new ArrayList<>(List.of(site.host()));
    boolean fronted = approach.serverName() == SniSpelling.FRONT;
    if (fronted || approach.hello() == HelloForm.ECH_OUTER) {
      hints.neutral().ifPresent(names::add);
    }
    return names;
  }

  /** Whether the JDK writes it. */
  boolean isUsual() {
    return approach.hello() == HelloForm.USUAL && depth == Depth.PAGE;
  }
}
