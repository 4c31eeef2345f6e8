package nadzor.fuzz;

import nadzor.wire.FirstWords;
import nadzor.wire.Socks4Parser;
import nadzor.wire.Socks5Parser;

/** What SOCKS clients say on a stream. */
public final class SocksFuzz {
  private SocksFuzz() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] data) {
    Promises.hold(Socks4Parser::request, data);
    Promises.hold(Socks5Parser::greeting, data);
    Promises.hold(Socks5Parser::request, data);
    FirstWords.of(data, 0, data.length);
  }
}
