package nadzor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nadzor.wire.Parsed;
import nadzor.wire.SocksUdpHeader;
import nadzor.wire.Target;

/** The header of a datagram through SOCKS5: what is read, written again, reads the same. */
public final class SocksUdpFuzz {
  private SocksUdpFuzz() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] data) {
    Parsed<Target> parsed = SocksUdpHeader.parse(data, 0, data.length);
    Promises.staysInside(SocksUdpHeader::parse, data, parsed);
    assertFalse(parsed instanceof Parsed.NeedMore, "a datagram never needs more");
    if (parsed instanceof Parsed.Complete<Target> complete) {
      assertTrue(complete.consumed() <= data.length, "consumed");
      byte[] written = new byte[SocksUdpHeader.MAX_LENGTH];
      int end = SocksUdpHeader.write(complete.value(), written, 0);
      Parsed<Target> again = SocksUdpHeader.parse(written, 0, end);
      assertEquals(complete.value(), ((Parsed.Complete<Target>) again).value());
    }
  }
}
