package nadzor.proxy;

import java.net.ConnectException;
import java.net.NoRouteToHostException;

/** Reads why a connection attempt failed. */
final class Refusals {
  private Refusals() {}

  static Failure of(Throwable cause) {
    if (cause instanceof NoRouteToHostException) {
      return Failure.of(Failure.Kind.DESTINATION_UNROUTABLE, "no route to the origin");
    }
    return cause instanceof ConnectException
        ? Failure.of(Failure.Kind.CONNECTION_REFUSED, "the origin refused the connection")
        : Failure.of(Failure.Kind.CONNECTION_TERMINATED, "the connection attempt was cut off");
  }
}
