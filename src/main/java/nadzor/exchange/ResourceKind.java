package nadzor.exchange;

import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The elements of a register's record that hold what is restricted. */
enum ResourceKind {
  URL("url"),
  DOMAIN("domain"),
  IP("ip"),
  IPV6("ipv6"),
  SUBNET("ipSubnet"),
  SUBNET6("ipv6Subnet");

  private static final Map<String, ResourceKind> BY_ELEMENT =
      Maps.uniqueIndex(Arrays.asList(values()), ResourceKind::element);

  private final String element;

  ResourceKind(String element) {
    this.element = element;
  }

  String element() {
    return element;
  }

  boolean isAddress() {
    return this != URL && this != DOMAIN;
  }

  static Optional<ResourceKind> of(String element) {
    return Optional.ofNullable(BY_ELEMENT.get(element));
  }
}
