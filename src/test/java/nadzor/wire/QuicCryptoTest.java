package nadzor.wire;

import static nadzor.wire.QuicBytes.crypto;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuicCryptoTest {
  private static final int V1 = 1;
  private static final int V2 = 0x6b3343cf;
  private static final String NAME = "www.instagram.com";
  private static final byte[] HELLO = QuicBytes.hello(NAME);
  private static final byte[] OTHER_ID = {1, 2, 3, 4, 5, 6, 7, 8, 9};

  private final QuicCrypto flow = new QuicCrypto();

  private String read(byte[] datagram) {
    return QuicInitialParserTest.name(flow.read(datagram, 0, datagram.length));
  }

  private static byte[] piece(int from, int to) {
    return QuicBytes.datagram(V1, crypto(HELLO, from, to));
  }

  @Test
  void readsOneDatagramLikeTheParser() {
    assertFalse(flow.isOver());
    assertEquals(NAME, read(piece(0, HELLO.length)));
    assertTrue(flow.isOver());
  }

  @Test
  void putsDatagramsTogetherInAnyOrder() {
    assertEquals("-", read(piece(40, HELLO.length)));
    assertEquals("-", read(piece(40, HELLO.length)));
    assertEquals("-", read(piece(0, 30)));
    assertEquals(NAME, read(piece(20, 50)));
  }

  @Test
  void putsALongHelloTogetherFrameByFrameInEveryOrder() {
    byte[] padded =
        HelloBytes.message(
            HelloBytes.body(
                HelloBytes.extension(21, new byte[3000]), HelloBytes.serverName(0, NAME)));
    for (int seed = 0; seed < 50; seed++) {
      List<byte[]> datagrams = new ArrayList<>();
      for (int at = 0; at < padded.length; at += 700) {
        byte[] frame = crypto(padded, at, Math.min(at + 700, padded.length));
        datagrams.add(QuicBytes.datagram(V1, frame));
      }
      Collections.shuffle(datagrams, new Random(seed));
      QuicCrypto fresh = new QuicCrypto();
      for (int i = 0; i < datagrams.size(); i++) {
        byte[] each = datagrams.get(i);
        String expected = i == datagrams.size() - 1 ? NAME : "-";
        assertEquals(
            expected, QuicInitialParserTest.name(fresh.read(each, 0, each.length)), "" + seed);
      }
    }
  }

  @Test
  void keepsTheKeysOfTheFirstConnectionId() {
    assertEquals("-", read(piece(0, 30)));
    byte[] rest = crypto(HELLO, 30, HELLO.length);
    assertEquals(NAME, read(QuicBytes.initial(V1, QuicBytes.DCID, OTHER_ID, 1, rest)));
  }

  /** Compatible version negotiation: the first connection id, the salt of version 2. */
  @Test
  void goesOnInVersion2() {
    assertEquals("-", read(piece(0, 30)));
    byte[] rest = crypto(HELLO, 30, HELLO.length);
    assertEquals(NAME, read(QuicBytes.initial(V2, QuicBytes.DCID, OTHER_ID, 1, rest)));
  }

  @Test
  void beginsAnewAfterARetry() {
    byte[] other = QuicBytes.hello("another-name.test");
    assertEquals("-", read(QuicBytes.datagram(V1, crypto(other, 0, other.length - 1))));
    assertEquals("-", read(QuicBytes.initial(V1, OTHER_ID, OTHER_ID, 0, crypto(HELLO, 0, 9))));
    byte[] rest = crypto(HELLO, 9, HELLO.length);
    assertEquals(NAME, read(QuicBytes.initial(V1, OTHER_ID, OTHER_ID, 1, rest)));
  }

  @Test
  void aForgedFirstDatagramTakesNoKeysAway() {
    byte[] forged = piece(0, HELLO.length);
    forged[forged.length - 1] ^= 1;
    forged[8] ^= 1;
    assertEquals("-", read(forged));
    assertEquals(NAME, read(piece(0, HELLO.length)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x1a2a3a4a, 0xff00001d})
  void anotherVersionIsSeenAndLeavesTheFlowOpen(int version) {
    assertEquals("-", read(QuicBytes.datagram(version, crypto(HELLO, 0, HELLO.length))));
    assertFalse(flow.isOver());
    assertEquals("no long header", read(new byte[1200]));
  }

  @Test
  void givesUpAfterItsDatagrams() {
    for (int i = 0; i < QuicCrypto.MAX_DATAGRAMS; i++) {
      assertFalse(flow.isOver());
      assertEquals("-", read(piece(1, HELLO.length)));
    }
    assertTrue(flow.isOver());
    assertEquals("-", read(piece(0, HELLO.length)));
  }

  @Test
  void givesUpOnWhatIsNoHello() {
    assertEquals("-", read(QuicBytes.datagram(V1, crypto(0, new byte[] {2, 0, 0, 0}))));
    assertTrue(flow.isOver());
  }

  @Test
  void givesUpOnAMessageOfMoreThan16KiB() {
    assertEquals(
        "-", read(QuicBytes.datagram(V1, crypto(0, new byte[] {1, 0, 0x3f, (byte) 0xfc}))));
    assertFalse(flow.isOver());
    QuicCrypto fresh = new QuicCrypto();
    byte[] octets = QuicBytes.datagram(V1, crypto(0, new byte[] {1, 0, 0x3f, (byte) 0xfd}));
    fresh.read(octets, 0, octets.length);
    assertTrue(fresh.isOver());
  }

  @Test
  void aHelloOfExactly16KiBIsRead() {
    int padding = CryptoStream.LIMIT - QuicBytes.hello(NAME).length - 4;
    byte[] longest =
        HelloBytes.message(
            HelloBytes.body(
                HelloBytes.extension(21, new byte[padding]), HelloBytes.serverName(0, NAME)));
    assertEquals(CryptoStream.LIMIT, longest.length);
    int piece = CryptoStream.LIMIT / 15;
    String last = "";
    for (int at = longest.length - piece; at > -piece; at -= piece) {
      int from = Math.max(at, 0);
      last = read(QuicBytes.datagram(V1, crypto(longest, from, at + piece)));
    }
    assertEquals(NAME, last);
  }
}
