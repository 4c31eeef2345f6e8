package nadzor.wire;

import static nadzor.wire.QuicBytes.crypto;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import nadzor.flow.QuicInitial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuicInitialParserTest {
  private static final int V1 = 1;
  private static final int V2 = 0x6b3343cf;
  private static final byte[] HELLO = QuicBytes.hello("www.facebook.com");
  private static final byte[] PING = {1};
  private static final byte[] PADDING = new byte[9];
  private static final byte[] ACK = HexFormat.of().parseHex("020500020100010000");
  private static final byte[] ACK_ECN = HexFormat.of().parseHex("0305000000010203");

  private interface Reader {
    Parsed<QuicInitial> read(byte[] octets, int offset, int length);
  }

  /** What the datagram reader finds: the name, "-" without a hello, or why it is none. */
  static String name(byte[] octets) {
    return name(QuicInitialParser::datagram, octets);
  }

  private static String name(Reader reader, byte[] octets) {
    return name(reader.read(octets, 0, octets.length));
  }

  static String name(Parsed<QuicInitial> parsed) {
    return parsed instanceof Parsed.Complete<QuicInitial> complete
        ? complete.value().hello().map(hello -> hello.name().toString()).orElse("-")
        : ((Parsed.NotThis<QuicInitial>) parsed).why();
  }

  private static byte[] whole() {
    return crypto(HELLO, 0, HELLO.length);
  }

  private static byte[] closing(int reasonLength) {
    return HelloBytes.join(new byte[] {0x1c, 1, 6, (byte) reasonLength}, new byte[] {'n', 'o'});
  }

  @ParameterizedTest
  @ValueSource(ints = {V1, V2, 0x1a2a3a4a, 0xff00001d})
  void everyVersionShowsItselfAndItsLength(int version) {
    byte[] octets = QuicBytes.datagram(version, whole());
    for (Reader reader :
        new Reader[] {
          QuicInitialParser::version, QuicInitialParser::frame, QuicInitialParser::datagram
        }) {
      QuicInitial seen =
          ((Parsed.Complete<QuicInitial>) reader.read(octets, 0, octets.length)).value();
      assertEquals(version, seen.version());
      assertEquals(1200, seen.length());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {V1, V2})
  void readsTheHello(int version) {
    byte[] octets = QuicBytes.datagram(version, whole());
    assertEquals("www.facebook.com", name(octets));
    assertEquals("www.facebook.com", name(QuicInitialParser::frame, octets));
    assertEquals("-", name(QuicInitialParser::version, octets));
  }

  /** Sealed with the keys of version 1: not read because the version is not known. */
  @ParameterizedTest
  @ValueSource(ints = {0x1a2a3a4a, 0xff00001d})
  void anotherVersionHidesTheHello(int version) {
    assertEquals("-", name(QuicBytes.datagram(version, whole())));
  }

  private static Stream<Arguments> frames() {
    int n = HELLO.length;
    byte[] head = crypto(HELLO, 0, 20);
    byte[] tail = crypto(HELLO, 20, n);
    byte[] other = HELLO.clone();
    Arrays.fill(other, 20, n, (byte) 0);
    byte[] disagreeing = crypto(other, 0, n);
    return Stream.of(
        Arguments.of("in order", true, new byte[][] {head, tail}),
        Arguments.of("turned round", true, new byte[][] {tail, head}),
        Arguments.of("padding between", true, new byte[][] {PADDING, tail, PING, PADDING, head}),
        Arguments.of("after ACKs", true, new byte[][] {ACK, ACK_ECN, whole()}),
        Arguments.of("after a close", true, new byte[][] {closing(2), whole()}),
        Arguments.of("twice", true, new byte[][] {tail, tail, head, head}),
        Arguments.of(
            "overlapping", true, new byte[][] {crypto(HELLO, 10, n), crypto(HELLO, 0, 30)}),
        Arguments.of("inside", true, new byte[][] {crypto(HELLO, 30, 40), whole()}),
        Arguments.of("the first counts", true, new byte[][] {tail, disagreeing}),
        Arguments.of("empty frames", true, new byte[][] {crypto(0, new byte[0]), whole()}),
        Arguments.of("a gap", false, new byte[][] {head, crypto(HELLO, 21, n)}),
        Arguments.of("its end missing", false, new byte[][] {crypto(HELLO, 0, n - 1)}),
        Arguments.of("its start missing", false, new byte[][] {tail}),
        Arguments.of("beyond 16 KiB", false, new byte[][] {crypto(16_384, HELLO), head}),
        Arguments.of("after a frame of 1-RTT", false, new byte[][] {new byte[] {8, 0}, whole()}),
        Arguments.of("after a close cut off", false, new byte[][] {closing(63)}),
        Arguments.of(
            "an ACK of endless ranges",
            false,
            new byte[][] {HexFormat.of().parseHex("020000ffffffffffffffff"), whole()}),
        Arguments.of(
            "a CRYPTO frame beyond the packet",
            false,
            new byte[][] {head, HexFormat.of().parseHex("0614bfffffff")}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("frames")
  void putsFramesTogether(String what, boolean read, byte[][] frames) {
    String expected = read ? "www.facebook.com" : "-";
    assertEquals(expected, name(QuicBytes.datagram(V1, frames)), what);
  }

  @Test
  void aReaderOfSingleFramesPutsNothingTogether() {
    byte[] split = QuicBytes.datagram(V1, crypto(HELLO, 0, 20), crypto(HELLO, 20, HELLO.length));
    assertEquals("-", name(QuicInitialParser::frame, split));
    byte[] shifted = QuicBytes.datagram(V1, crypto(5, HELLO));
    assertEquals("-", name(QuicInitialParser::frame, shifted));
  }

  @Test
  void readsPacketsThatShareADatagram() {
    byte[] first = QuicBytes.padded(V1, 0, crypto(HELLO, 30, HELLO.length));
    byte[] zeroRtt = HexFormat.of().parseHex("d300000001088394c8f03e51570800" + "03010203");
    byte[] second = QuicBytes.padded(V1, 0, crypto(HELLO, 0, 30));
    assertEquals("www.facebook.com", name(HelloBytes.join(first, zeroRtt, second, new byte[99])));
  }

  @Test
  void aPacketForAnotherConnectionIsPassedOver() {
    byte[] first = QuicBytes.padded(V1, 0, crypto(HELLO, 30, HELLO.length));
    byte[] stray = QuicBytes.initial(V1, QuicBytes.DCID, new byte[8], 1, crypto(HELLO, 0, 30));
    assertEquals("-", name(HelloBytes.join(first, stray)));
  }

  @Test
  void aPacketThatDoesNotOpenSpoilsNoOther() {
    byte[] broken = QuicBytes.padded(V1, 0, whole());
    broken[broken.length - 1] ^= 1;
    assertEquals("-", name(broken));
    assertEquals(
        "www.facebook.com", name(HelloBytes.join(broken, QuicBytes.datagram(V1, whole()))));
  }

  @Test
  void notMorePacketsThanTheLimitAreLookedAt() {
    byte[] ping = QuicBytes.padded(V1, 0, PING);
    byte[][] packets = new byte[QuicDatagram.MAX_PACKETS + 1][];
    Arrays.fill(packets, ping);
    packets[QuicDatagram.MAX_PACKETS] = QuicBytes.padded(V1, 0, whole());
    assertEquals("-", name(HelloBytes.join(packets)));
    packets[QuicDatagram.MAX_PACKETS - 1] = packets[QuicDatagram.MAX_PACKETS];
    assertEquals("www.facebook.com", name(HelloBytes.join(packets)));
  }

  /** Its length is the judge's business. */
  @Test
  void aDatagramBelow1200OctetsIsReadToo() {
    byte[] octets = QuicBytes.padded(V1, 0, whole());
    assertEquals("www.facebook.com", name(octets));
    assertEquals(
        octets.length,
        assertInstanceOf(
                QuicInitial.class,
                ((Parsed.Complete<QuicInitial>) QuicInitialParser.version(octets, 0, octets.length))
                    .value())
            .length());
  }

  @Test
  void everyTruncationHidesTheHello() {
    byte[] octets = QuicBytes.datagram(V1, whole());
    int ids = 7 + QuicBytes.DCID.length;
    for (int length = 0; length < octets.length; length++) {
      String expected = length < ids ? "no long header" : "-";
      assertEquals(expected, name(QuicInitialParser.datagram(octets, 0, length)), "" + length);
    }
  }

  @Test
  void everyOctetOfTheDatagramIsAuthentic() {
    byte[] octets = QuicBytes.padded(V1, 0, whole());
    for (int i = 1; i < octets.length; i++) {
      byte[] changed = octets.clone();
      changed[i] ^= 1;
      assertEquals(false, name(changed).equals("www.facebook.com"), "octet " + i);
    }
  }

  @Test
  void readsInTheMiddleOfAnArrayAndChangesNothing() {
    byte[] octets = QuicBytes.datagram(V2, whole());
    byte[] around = HelloBytes.join(new byte[7], octets, new byte[] {(byte) 0xc3, 0, 0});
    byte[] before = around.clone();
    assertEquals("www.facebook.com", name(QuicInitialParser.datagram(around, 7, octets.length)));
    assertArrayEquals(before, around);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "c0",
        "43000000010000",
        "c3000000010100",
        "c30000000100",
        "c300000000" + "088394c8f03e515708" + "00",
      })
  void refuses(String hex) {
    byte[] octets = HexFormat.of().parseHex(hex);
    assertInstanceOf(Parsed.NotThis.class, QuicInitialParser.datagram(octets, 0, octets.length));
  }

  /** A connection id of 21 octets is no version 1, however well it is sealed. */
  @Test
  void aLongConnectionIdHidesTheHello() {
    byte[] id = new byte[21];
    assertEquals("-", name(QuicBytes.initial(V1, id, id, 0, whole())));
    byte[] fine = new byte[20];
    assertEquals("www.facebook.com", name(QuicBytes.initial(V1, fine, fine, 0, whole())));
    assertEquals(
        "www.facebook.com", name(QuicBytes.initial(V1, new byte[0], new byte[0], 0, whole())));
  }

  @Test
  void randomPlainTextNeverThrows() {
    Random random = new Random(20_220_304L);
    for (int i = 0; i < 20_000; i++) {
      byte[] plain = new byte[random.nextInt(60)];
      random.nextBytes(plain);
      for (int j = 0; j < plain.length; j += 1 + random.nextInt(9)) {
        plain[j] = (byte) random.nextInt(7);
      }
      QuicFrames.walk(plain, new CryptoStream()::add);
    }
  }
}
