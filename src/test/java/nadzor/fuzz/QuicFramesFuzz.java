package nadzor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import nadzor.flow.QuicInitial;
import nadzor.wire.Parsed;
import nadzor.wire.QuicBytes;
import nadzor.wire.QuicCrypto;
import nadzor.wire.QuicInitialParser;

/**
 * A datagram that is correctly sealed, whatever is inside. The first octet chooses: even, the rest
 * is the plain text of one packet; odd, it says which pieces of a known hello come in which order.
 */
public final class QuicFramesFuzz {
  private static final byte[] HELLO = QuicBytes.hello("www.facebook.com");
  private static final int[] VERSIONS = {1, 0x6b3343cf};

  private QuicFramesFuzz() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    int version = VERSIONS[data[0] >> 1 & 1];
    byte[] rest = Arrays.copyOfRange(data, 1, data.length);
    if ((data[0] & 1) == 0) {
      frames(version, rest);
    } else {
      pieces(version, rest);
    }
  }

  private static void frames(int version, byte[] plain) {
    byte[] datagram = QuicBytes.datagram(version, plain);
    QuicInitialParser.frame(datagram, 0, datagram.length);
    Parsed<QuicInitial> alone = QuicInitialParser.datagram(datagram, 0, datagram.length);
    QuicCrypto flow = new QuicCrypto();
    assertEquals(alone.toString(), flow.read(datagram, 0, datagram.length).toString());
    boolean found = name(alone).isPresent();
    assertTrue(flow.isOver() || !found, "a flow goes on after its hello");
    assertEquals(Optional.empty(), name(flow.read(datagram, 0, datagram.length)), "twice");
  }

  /** Two octets a piece: where it starts, how long it is. The whole hello comes at last. */
  private static void pieces(int version, byte[] script) {
    QuicCrypto flow = new QuicCrypto();
    boolean[] given = new boolean[HELLO.length];
    int most = Math.min(script.length - 1, 2 * (QuicCrypto.MAX_DATAGRAMS - 2));
    for (int i = 0; i < most; i += 2) {
      int from = (script[i] & 0xff) % HELLO.length;
      int to = Math.min(HELLO.length, from + (script[i + 1] & 0xff));
      Arrays.fill(given, from, to, true);
      if (give(flow, version, given, from, to)) {
        return;
      }
    }
    Arrays.fill(given, true);
    assertTrue(give(flow, version, given, 0, HELLO.length), "the whole hello was not read");
  }

  private static boolean give(QuicCrypto flow, int version, boolean[] given, int from, int to) {
    byte[] datagram = QuicBytes.datagram(version, QuicBytes.crypto(HELLO, from, to));
    Optional<String> name = name(flow.read(datagram, 0, datagram.length));
    boolean whole = true;
    for (boolean octet : given) {
      whole &= octet;
    }
    assertEquals(whole ? Optional.of("www.facebook.com") : Optional.empty(), name);
    return whole;
  }

  private static Optional<String> name(Parsed<QuicInitial> parsed) {
    return ((Parsed.Complete<QuicInitial>) parsed)
        .value()
        .hello()
        .map(hello -> hello.name().toString());
  }
}
