package nadzor.probe;

import com.google.common.collect.ImmutableSet;

/** How a technique writes its request (RFC 9112 is what a filter may not follow to the letter). */
public enum RequestForm {
  /** As everybody does. */
  USUAL("Host: %s"),
  /** The name's letters in turn small and large; servers compare without case (RFC 3986). */
  MIXED_CASE("Host: %s"),
  /** Several spaces before the name; optional white space is not part of a value. */
  SPACES_BEFORE("Host:   %s"),
  /** A tab in the place of the space before the name. */
  TAB_BEFORE("Host:\t%s"),
  /** Spaces after the name. */
  SPACES_AFTER("Host: %s  "),
  /** A tab after the name. */
  TAB_AFTER("Host: %s\t"),
  /** A trailing dot after the name: the same host by DNS, another string. */
  TRAILING_DOT("Host: %s."),
  /** The whole URI in the request line (section 3.2.2). */
  ABSOLUTE("Host: %s"),
  /** A request to a neutral name first, on the same connection. */
  SECOND("Host: %s", Facility.NEUTRAL_NAME),
  /** In two segments, cut inside the name. */
  SPLIT("Host: %s");

  private final String hostLine;
  private final ImmutableSet<Facility> needs;

  RequestForm(String hostLine, Facility... needs) {
    this.hostLine = hostLine;
    this.needs = ImmutableSet.copyOf(needs);
  }

  ImmutableSet<Facility> needs() {
    return needs;
  }

  /** The Host field as it stands on the wire, without its line end. */
  String hostLine(String host) {
    return hostLine.formatted(spelt(host));
  }

  /** The name as it is written. */
  String spelt(String host) {
    return this == MIXED_CASE ? MixedCase.alternating(host) : host;
  }

  /** What stands between method and version. */
  String target(Site site, Scheme scheme) {
    return this == ABSOLUTE ? site.url(scheme) : site.path();
  }
}
