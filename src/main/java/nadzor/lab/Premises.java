package nadzor.lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What this machine has of what a laboratory would like. Immutable.
 *
 * @param http3 whether origins can serve HTTP/3
 * @param ipv6 whether {@code ::1} can be bound
 * @param notices what is missing, a sentence each
 */
record Premises(boolean http3, boolean ipv6, List<String> notices) {
  /** Looks; whether {@code ::1} is there only where a network wants it. */
  static Premises inspect(boolean wantsIpv6) {
    return of(Http3Listener.obstacle(), wantsIpv6 ? ipv6Obstacle() : Optional.empty());
  }

  /** From the reasons why each cannot be had; empty where it can. */
  static Premises of(Optional<String> noHttp3, Optional<String> noIpv6) {
    List<String> notices = Stream.of(noHttp3, noIpv6).flatMap(Optional::stream).toList();
    return new Premises(noHttp3.isEmpty(), noIpv6.isEmpty(), notices);
  }

  private static Optional<String> ipv6Obstacle() {
    try (Socket tried = new Socket()) {
      tried.bind(new InetSocketAddress(LabAddresses.LOOPBACK6, 0));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          "IPv6 listeners are left out: ::1 cannot be bound on this machine ("
              + e.getMessage()
              + "). Advertised IPv6 addresses work all the same, through the proxy.");
    }
  }
}
