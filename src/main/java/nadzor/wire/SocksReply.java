package nadzor.wire;

import nadzor.flow.Endpoint;

/** What a SOCKS server answers, with its RFC 1928 section 6 code; SOCKS4 knows 90 and 91 only. */
public enum SocksReply {
  /** The connection stands. */
  GRANTED(0),
  /** A failure without a code of its own. */
  GENERAL_FAILURE(1),
  /** Not allowed by the ruleset. */
  NOT_ALLOWED(2),
  /** Network unreachable. */
  NETWORK_UNREACHABLE(3),
  /** Host unreachable; also a name that does not resolve. */
  HOST_UNREACHABLE(4),
  /** Connection refused. */
  CONNECTION_REFUSED(5),
  /** TTL expired; in practice: no answer in time. */
  TTL_EXPIRED(6),
  /** Command not supported. */
  COMMAND_NOT_SUPPORTED(7),
  /** Address type not supported. */
  ADDRESS_TYPE_NOT_SUPPORTED(8);

  private final int code;

  SocksReply(int code) {
    this.code = code;
  }

  /** The reply code of SOCKS5. */
  public int code() {
    return code;
  }

  /** The SOCKS5 reply, 10 octets with 0.0.0.0:0 as bound address. A fresh array. */
  public byte[] version5() {
    return new byte[] {5, (byte) code, 0, 1, 0, 0, 0, 0, 0, 0};
  }

  /** The SOCKS5 reply with this bound address: where UDP datagrams are taken. A fresh array. */
  public byte[] version5(Endpoint bound) {
    byte[] reply = new byte[3 + SocksAddress.length(bound)];
    reply[0] = 5;
    reply[1] = (byte) code;
    SocksAddress.write(bound, reply, 3);
    return reply;
  }

  /** The SOCKS4 reply, 8 octets. A fresh array. */
  public byte[] version4() {
    return new byte[] {0, (byte) (this == GRANTED ? 90 : 91), 0, 0, 0, 0, 0, 0};
  }

  /**
   * The SOCKS5 choice of method, 2 octets: none needed, or none acceptable (0xff). A fresh array.
   */
  public static byte[] method(boolean withoutAuthentication) {
    return new byte[] {5, (byte) (withoutAuthentication ? 0 : 0xff)};
  }
}
