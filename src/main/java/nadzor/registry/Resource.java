package nadzor.registry;

import nadzor.blocklist.Matcher;
import nadzor.flow.DomainName;

/** Names, addresses or URLs that belong to a platform, and what for. Immutable. */
public record Resource(Matcher matcher, Role role) {
  /** Whether the name is one of them; addresses and URLs are no names. */
  public boolean covers(DomainName name) {
    return matcher.covers(name);
  }
}
