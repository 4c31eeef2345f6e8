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

  private static final ResourceKind[] BY_LENGTH = {SUBNET6, SUBNET, DOMAIN, IPV6, URL, IP};

  private final String element;
  private final String opening;
  private final String closing;

  ResourceKind(String element) {
    this.element = element;
    this.opening = "<" + element;
    this.closing = "</" + element + ">";
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

  /** Goes on over the beginning of a tag with the name of one, if it is there. */
  static Optional<ResourceKind> next(OctetCursor cursor) {
    for (ResourceKind kind : BY_LENGTH) {
      if (cursor.take(kind.opening)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The tag that ends its element. */
  String closing() {
    return closing;
  }
}
