package nadzor.exchange;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.AddressMatcher;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.NameMatcher;
import nadzor.blocklist.NameMatcher.Scope;
import nadzor.blocklist.PortRange;
import nadzor.flow.AddressRange;

/** The owner names of a policy zone, relative to it, and what they mean. */
final class RpzTrigger {
  private static final String CLIENT = ".rpz-client-ip";
  private static final String ANSWER = ".rpz-ip";
  private static final String SERVER = ".rpz-nsdname";
  private static final String SERVER_ADDRESS = ".rpz-nsip";

  private RpzTrigger() {}

  /** Reads an owner name; empty where it was refused. */
  static Optional<Target> read(String owner, int column, Intake in) throws IOException {
    if (owner.endsWith(CLIENT)) {
      return range(owner, CLIENT, column, in).map(Target.Asker::new);
    }
    if (owner.endsWith(ANSWER)) {
      return range(owner, ANSWER, column, in).map(Addressing::matcher).map(Target.Matched::new);
    }
    if (owner.endsWith(SERVER_ADDRESS)) {
      return range(owner, SERVER_ADDRESS, column, in).map(Target.ServerAddress::new);
    }
    if (owner.endsWith(SERVER)) {
      String name = owner.substring(0, owner.length() - SERVER.length());
      return name(name, column, in).map(Target.Server::new);
    }
    return name(owner, column, in).map(Target.Matched::new);
  }

  private static Optional<NameMatcher> name(String owner, int column, Intake in)
      throws IOException {
    if (owner.equals("*")) {
      in.refuseValue(Fault.NAME, column, owner, "a name: this would hold every one");
      return Optional.empty();
    }
    boolean below = owner.startsWith("*.");
    Scope scope = below ? Scope.BELOW : Scope.EXACT;
    return Naming.name(below ? owner.substring(2) : owner, column, in)
        .map(name -> new NameMatcher(name, scope));
  }

  private static Optional<AddressRange> range(String owner, String end, int column, Intake in)
      throws IOException {
    try {
      return Optional.of(RpzAddress.read(owner.substring(0, owner.length() - end.length())));
    } catch (IllegalArgumentException e) {
      in.refuseValue(
          Fault.ADDRESS, column, owner, "prefix.address in reverse, as 24.0.2.0.192" + end);
      return Optional.empty();
    }
  }

  /** The owner names of a target, relative to the zone; none where it cannot be held. */
  static List<String> write(Target target) {
    if (target instanceof Target.Asker asker) {
      return List.of(RpzAddress.write(asker.range()) + CLIENT);
    }
    if (target instanceof Target.ServerAddress server) {
      return List.of(RpzAddress.write(server.range()) + SERVER_ADDRESS);
    }
    if (target instanceof Target.Server server) {
      return names(server.name()).stream().map(name -> name + SERVER).toList();
    }
    return target instanceof Target.Matched matched ? matched(matched.what()) : List.of();
  }

  private static List<String> matched(Matcher what) {
    if (what instanceof NameMatcher name) {
      return names(name);
    }
    return what instanceof AddressMatcher address
            && address.ports().equals(PortRange.ALL)
            && address.range().isPresent()
        ? List.of(RpzAddress.write(address.range().get()) + ANSWER)
        : List.of();
  }

  private static List<String> names(NameMatcher matcher) {
    String name = matcher.name().text();
    return switch (matcher.scope()) {
      case EXACT -> List.of(name);
      case BELOW -> List.of("*." + name);
      case SUFFIX -> List.of(name, "*." + name);
    };
  }
}
