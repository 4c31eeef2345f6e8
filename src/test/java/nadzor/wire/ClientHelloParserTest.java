package nadzor.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import nadzor.flow.ClientHello;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClientHelloParserTest {
  private static final byte[] HELLO = HelloBytes.withName("www.facebook.com");

  // Where fields stand in HELLO.
  private static final int SESSION_ID = 5 + 4 + 2 + 32;
  private static final int CIPHERS = SESSION_ID + 33;
  private static final int EXTENSIONS = CIPHERS + 6 + 2;
  private static final int NAME_EXTENSION = EXTENSIONS + 2;

  private static Parsed<ClientHello> parse(byte[] octets) {
    return ClientHelloParser.parse(octets, 0, octets.length);
  }

  private static ClientHello hello(byte[] octets) {
    if (parse(octets) instanceof Parsed.Complete<ClientHello> complete) {
      return complete.value();
    }
    throw new AssertionError(parse(octets).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "www.facebook.com, www.facebook.com",
    "WWW.FaceBook.COM, www.facebook.com",
    "www.facebook.com., www.facebook.com.",
    "t.co, t.co",
  })
  void readsTheNameAsSeen(String sent, String seen) {
    assertEquals(seen, hello(HelloBytes.withName(sent)).name().toString());
  }

  @Test
  void readsWhatTheJdkWrites() {
    byte[] octets = HelloBytes.ofJdk("www.instagram.com");
    assertEquals("www.instagram.com", hello(octets).name().toString());
    assertEquals(new Parsed.NeedMore<>(), ClientHelloParser.parse(octets, 0, octets.length - 1));
  }

  @Test
  void readsInTheMiddleOfAnArrayAndLeavesWhatFollows() {
    byte[] around = HelloBytes.join(new byte[7], HELLO, new byte[] {23, 3, 3, 0, 1, 0});
    Parsed<ClientHello> parsed = ClientHelloParser.parse(around, 7, around.length - 7);
    assertEquals(HELLO.length, assertInstanceOf(Parsed.Complete.class, parsed).consumed());
  }

  @Test
  void aHelloWithoutNameIsStillOne() {
    ClientHello hello = hello(HelloBytes.withExtensions(HelloBytes.extension(43, new byte[3])));
    assertTrue(hello.name().isEmpty());
    assertFalse(hello.ech());
  }

  @Test
  void aHelloWithoutExtensionsIsStillOne() {
    byte[] body = HelloBytes.body();
    byte[] old = Arrays.copyOf(body, body.length - 2);
    assertTrue(hello(HelloBytes.record(HelloBytes.message(old))).name().isEmpty());
  }

  @Test
  void seesEncryptedClientHello() {
    byte[] ech = HelloBytes.extension(0xfe0d, new byte[] {0, 1, 2});
    ClientHello hello = hello(HelloBytes.withExtensions(ech, HelloBytes.serverName(0, "a.test")));
    assertTrue(hello.ech());
    assertEquals("a.test", hello.name().toString());
  }

  @Test
  void aRecordMayHoldMoreThanTheHello() {
    byte[] message = HelloBytes.message(HelloBytes.body(HelloBytes.serverName(0, "a.test")));
    assertEquals(
        "a.test", hello(HelloBytes.record(HelloBytes.join(message, message))).name().toString());
  }

  @Test
  void everyPrefixNeedsMore() {
    for (int length = 0; length < HELLO.length; length++) {
      assertEquals(
          new Parsed.NeedMore<>(), ClientHelloParser.parse(HELLO, 0, length), "length " + length);
    }
  }

  /** One octet changed at a time, as the throttler's rules were found out. */
  @ParameterizedTest
  @MethodSource("scrambled")
  void aScrambledFieldMakesItSomethingElse(String field, int index, int value) {
    byte[] octets = HELLO.clone();
    octets[index] = (byte) value;
    assertInstanceOf(Parsed.NotThis.class, parse(octets), field);
  }

  private static Stream<Arguments> scrambled() {
    return Stream.of(
        Arguments.of("record type", 0, 23),
        Arguments.of("record length below the message's", 4, HELLO.length - 5 - 1),
        Arguments.of("record length of 3", 4, 3),
        Arguments.of("handshake type", 5, 2),
        Arguments.of("message length beyond the record", 6, 1),
        Arguments.of("message length short of its extensions", 8, HELLO.length - 9 - 1),
        Arguments.of("session id of 33", SESSION_ID, 33),
        Arguments.of("session id that shifts the rest", SESSION_ID, 31),
        Arguments.of("odd cipher suites", CIPHERS + 1, 5),
        Arguments.of("no cipher suites", CIPHERS + 1, 0),
        Arguments.of("cipher suites beyond the end", CIPHERS, 255),
        Arguments.of("no compression method", CIPHERS + 6, 0),
        Arguments.of("extensions too long", EXTENSIONS + 1, 255),
        Arguments.of("extension too long", NAME_EXTENSION + 3, 255),
        Arguments.of("list length", NAME_EXTENSION + 5, 1),
        Arguments.of("name type", NAME_EXTENSION + 6, 1),
        Arguments.of("name of no octets", NAME_EXTENSION + 8, 0),
        Arguments.of("name too long", NAME_EXTENSION + 8, 200));
  }

  /** All lengths fit each other; the session id alone is longer than 32. */
  @Test
  void aLongSessionIdIsRefusedForItself() {
    byte[] body = HelloBytes.body(HelloBytes.serverName(0, "a.test"));
    int id = SESSION_ID - 9;
    byte[] longer =
        HelloBytes.join(
            Arrays.copyOf(body, id),
            new byte[] {33, 0},
            Arrays.copyOfRange(body, id + 1, body.length));
    assertInstanceOf(Parsed.NotThis.class, parse(HelloBytes.record(HelloBytes.message(longer))));
  }

  @Test
  void anotherExtensionTypeHidesTheName() {
    byte[] octets = HELLO.clone();
    octets[NAME_EXTENSION + 1] = 77;
    assertTrue(hello(octets).name().isEmpty());
  }

  /** Versions and random are not looked at, so scrambling them hides nothing. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9, 10, 11, 42})
  void versionsAndRandomDoNotMatter(int index) {
    byte[] octets = HELLO.clone();
    octets[index] ^= (byte) 0xff;
    assertEquals("www.facebook.com", hello(octets).name().toString());
  }

  @Test
  void aHandshakeOverTwoRecordsIsNotRead() {
    byte[] message = HelloBytes.message(HelloBytes.body(HelloBytes.serverName(0, "a.test")));
    byte[] first = HelloBytes.record(Arrays.copyOf(message, 20));
    byte[] second = HelloBytes.record(Arrays.copyOfRange(message, 20, message.length));
    assertInstanceOf(Parsed.NotThis.class, parse(HelloBytes.join(first, second)));
  }

  @Test
  void aRecordThatIsTooLongIsRefusedAtItsHeader() {
    assertInstanceOf(Parsed.NotThis.class, parse(new byte[] {22, 3, 1, 0x40, 1}));
  }

  @Test
  void aNameThatIsTooLongIsRefused() {
    assertInstanceOf(Parsed.NotThis.class, parse(HelloBytes.withName("a".repeat(256))));
  }
}
