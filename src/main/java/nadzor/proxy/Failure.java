package nadzor.proxy;

import java.util.Map;
import java.util.OptionalInt;
import nadzor.wire.SocksReply;

/**
 * Why there is no tunnel, in the words of RFC 9209 section 2.3. Immutable.
 *
 * @param parameters what follows the error type in the Proxy-Status field, with its semicolon
 * @param notice a sentence for people
 */
record Failure(Kind kind, String parameters, String notice) {
  /** The proxy error types that can happen here, with their status and SOCKS5 code. */
  enum Kind {
    CONNECTION_REFUSED("connection_refused", 502, SocksReply.CONNECTION_REFUSED),
    CONNECTION_TERMINATED("connection_terminated", 502, SocksReply.GENERAL_FAILURE),
    CONNECTION_TIMEOUT("connection_timeout", 504, SocksReply.TTL_EXPIRED),
    DESTINATION_UNROUTABLE("destination_ip_unroutable", 502, SocksReply.NETWORK_UNREACHABLE),
    DESTINATION_PROHIBITED("destination_ip_prohibited", 502, SocksReply.NOT_ALLOWED),
    DNS_ERROR("dns_error", 502, SocksReply.HOST_UNREACHABLE),
    DNS_TIMEOUT("dns_timeout", 504, SocksReply.TTL_EXPIRED),
    HTTP_REQUEST_ERROR("http_request_error", 400, SocksReply.GENERAL_FAILURE),
    CONNECTION_LIMIT("connection_limit_reached", 503, SocksReply.GENERAL_FAILURE),
    INTERNAL_ERROR("proxy_internal_error", 500, SocksReply.GENERAL_FAILURE),
    COMMAND_NOT_SUPPORTED("http_request_denied", 403, SocksReply.COMMAND_NOT_SUPPORTED),
    ADDRESS_TYPE_NOT_SUPPORTED("http_request_denied", 403, SocksReply.ADDRESS_TYPE_NOT_SUPPORTED);

    private final String error;
    private final int status;
    private final SocksReply socks;

    Kind(String error, int status, SocksReply socks) {
      this.error = error;
      this.status = status;
      this.socks = socks;
    }

    String error() {
      return error;
    }

    int status() {
      return status;
    }

    SocksReply socks() {
      return socks;
    }
  }

  private static final Map<Integer, String> RCODES =
      Map.of(0, "NOERROR", 1, "FORMERR", 2, "SERVFAIL", 3, "NXDOMAIN", 4, "NOTIMP", 5, "REFUSED");

  static Failure of(Kind kind, String notice) {
    return new Failure(kind, "", notice);
  }

  /** The resolver answered with this code (RFC 9209 section 2.3.2). */
  static Failure dns(String name, int rcode, OptionalInt extendedError) {
    String word = RCODES.getOrDefault(rcode, "RCODE" + rcode);
    String info = extendedError.isPresent() ? "; info-code=" + extendedError.getAsInt() : "";
    return new Failure(
        Kind.DNS_ERROR,
        "; rcode=\"" + word + "\"" + info,
        "the resolver answered " + word + " for " + name);
  }
}
