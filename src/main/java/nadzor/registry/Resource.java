package nadzor.registry;

import nadzor.blocklist.Matcher;
import nadzor.flow.DomainName;

/** Names that belong to a platform, and what for. Immutable. */
public record Resource(Matcher matcher, Role role) {
  /** Whether the name is one of them. */
  public boolean covers(DomainName name) {
    boolean itself = name.equals(matcher.name());
    return switch (matcher.scope()) {
      case EXACT -> itself;
      case BELOW -> !itself && name.isWithin(matcher.name());
      case SUFFIX -> name.isWithin(matcher.name());
    };
  }
}
