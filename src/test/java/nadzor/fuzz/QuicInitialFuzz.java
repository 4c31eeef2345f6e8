package nadzor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import nadzor.wire.Parsed;
import nadzor.wire.QuicCrypto;
import nadzor.wire.QuicInitialParser;

/** A datagram as it may come from anyone. */
public final class QuicInitialFuzz {
  private QuicInitialFuzz() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] data) {
    hold(QuicInitialParser::version, data);
    hold(QuicInitialParser::frame, data);
    hold(QuicInitialParser::datagram, data);
    hold((octets, at, length) -> new QuicCrypto().read(octets, at, length), data);
    assertEquals(
        QuicInitialParser.datagram(data, 0, data.length).toString(),
        new QuicCrypto().read(data, 0, data.length).toString(),
        "the first datagram of a flow");
  }

  private static void hold(Promises.Reader reader, byte[] data) {
    Parsed<?> parsed = reader.read(data, 0, data.length);
    assertFalse(parsed instanceof Parsed.NeedMore, "a datagram never needs more");
    Promises.staysInside(reader, data, parsed);
  }
}
