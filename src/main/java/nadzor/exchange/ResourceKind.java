package nadzor.exchange;

import java.util.Arrays;
import java.util.Optional;

/** The elements of a register's record that hold what is restricted. */
enum ResourceKind {
  URL("url"),
  DOMAIN("domain"),
  IP("ip"),
  IPV6("ipv6"),
  SUBNET("ipSubnet"),
  SUBNET6("ipv6Subnet");

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
    return Arrays.stream(values()).filter(kind -> kind.element.equals(element)).findFirst();
  }
}
