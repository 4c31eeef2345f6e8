package nadzor.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import java.util.stream.Stream;
import nadzor.flow.ClientHello;
import nadzor.wire.HelloAssembler.Before;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelloAssemblerTest {
  private static final byte[] MESSAGE = QuicBytes.hello("www.facebook.com");
  private static final byte[] CHANGE_CIPHER_SPEC = {20, 3, 3, 0, 1, 1};
  private static final byte[] ALERT = {21, 3, 3, 0, 2, 1, 0};

  /** The message in records of so many octets each. */
  private static byte[] records(byte[] message, int size) {
    byte[][] records = new byte[(message.length + size - 1) / size][];
    for (int i = 0; i < records.length; i++) {
      int end = Math.min(message.length, (i + 1) * size);
      records[i] = HelloBytes.record(Arrays.copyOfRange(message, i * size, end));
    }
    return HelloBytes.join(records);
  }

  private static String atOnce(Before before, byte[]... octets) {
    byte[] all = HelloBytes.join(octets);
    return shown(new HelloAssembler(before).add(all, 0, all.length));
  }

  private static String shown(Parsed<ClientHello> parsed) {
    return parsed instanceof Parsed.Complete<ClientHello> complete
        ? complete.value().name() + " " + complete.consumed()
        : parsed.getClass().getSimpleName();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 5, 17, 60, 1000})
  void readsHellosOverSeveralRecords(int size) {
    byte[] octets = records(MESSAGE, size);
    String expected = "www.facebook.com " + octets.length;
    assertEquals(expected, atOnce(Before.NOTHING, octets));
    assertEquals(expected, atOnce(Before.NOTHING, octets, new byte[] {23, 3, 3, 0, 1, 0}));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 7, 50})
  void readsThemInSegmentsOfAnySize(int segment) {
    byte[] octets = records(MESSAGE, 13);
    HelloAssembler assembler = new HelloAssembler(Before.NOTHING);
    String last = "";
    for (int at = 0; at < octets.length; at += segment) {
      assertEquals(at == 0 ? "" : "NeedMore", last, "at " + at);
      last = shown(assembler.add(octets, at, Math.min(segment, octets.length - at)));
    }
    assertEquals("www.facebook.com " + octets.length, last);
    assertEquals(last, shown(assembler.add(octets, 0, octets.length)), "the answer stands");
  }

  @Test
  void everyPrefixNeedsMore() {
    byte[] octets = records(MESSAGE, 40);
    for (int length = 0; length < octets.length; length++) {
      assertEquals("NeedMore", atOnce(Before.NOTHING, Arrays.copyOf(octets, length)));
    }
  }

  @Test
  void aRecordMayHoldMoreMessages() {
    byte[] octets = HelloBytes.record(HelloBytes.join(MESSAGE, MESSAGE));
    assertEquals("www.facebook.com " + (5 + MESSAGE.length), atOnce(Before.NOTHING, octets));
  }

  private static Stream<Arguments> before() {
    byte[] hello = records(MESSAGE, 50);
    byte[] other = {0, 0, 0, 0, 2, 0, 0, 3, 9, 9, 9};
    byte[] inFront = HelloBytes.record(HelloBytes.join(other, MESSAGE));
    byte[] apart = HelloBytes.join(HelloBytes.record(other), CHANGE_CIPHER_SPEC, hello);
    return Stream.of(
        Arguments.of("CCS", HelloBytes.join(CHANGE_CIPHER_SPEC, hello)),
        Arguments.of("alert", HelloBytes.join(ALERT, hello)),
        Arguments.of("both, twice", HelloBytes.join(ALERT, CHANGE_CIPHER_SPEC, ALERT, hello)),
        Arguments.of("messages in the record", inFront),
        Arguments.of("messages in their own record", apart));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("before")
  void passesOverWhatStandsBeforeOnlyWhereTold(String what, byte[] octets) {
    assertEquals("NotThis", atOnce(Before.NOTHING, octets), what);
    assertEquals("www.facebook.com " + octets.length, atOnce(Before.OTHER_RECORDS, octets), what);
  }

  private static Stream<Arguments> refused() {
    byte[] head = HelloBytes.record(Arrays.copyOf(MESSAGE, 20));
    byte[] scrambled = MESSAGE.clone();
    scrambled[4 + 2 + 32] = 33;
    byte[] endless = new byte[16_385];
    Arrays.fill(endless, (byte) 21);
    byte[] alerts = HelloBytes.join(new byte[] {21, 3, 3, 0x40, 0}, new byte[16_384]);
    return Stream.of(
        Arguments.of("application data", new byte[] {23}),
        Arguments.of("an empty record", new byte[] {22, 3, 1, 0, 0}),
        Arguments.of("an empty alert", new byte[] {21, 3, 1, 0, 0}),
        Arguments.of("a long record", new byte[] {22, 3, 1, 0x40, 1}),
        Arguments.of("CCS in the middle", HelloBytes.join(head, CHANGE_CIPHER_SPEC)),
        Arguments.of(
            "a message of 16 KiB and one", new byte[] {22, 3, 1, 1, 0, 1, 0, 63, (byte) 253}),
        Arguments.of("a broken hello", HelloBytes.record(scrambled)),
        Arguments.of("too much before it", HelloBytes.join(alerts, ALERT)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void refuses(String what, byte[] octets) {
    assertEquals("NotThis", atOnce(Before.OTHER_RECORDS, octets), what);
  }

  @Test
  void readsAHelloOf16KiBAndKeepsNoMore() {
    int padding = HelloAssembler.MAX_MESSAGE - MESSAGE.length - 4;
    byte[] pad = HelloBytes.extension(21, new byte[padding]);
    byte[] longest =
        HelloBytes.message(HelloBytes.body(pad, HelloBytes.serverName(0, "www.facebook.com")));
    assertEquals(HelloAssembler.MAX_MESSAGE, longest.length);
    byte[] octets = records(longest, 1000);
    assertEquals("www.facebook.com " + octets.length, atOnce(Before.NOTHING, octets));
  }

  @Test
  void oneRecordIsReadAsTheParserReadsIt() {
    byte[] octets = HelloBytes.ofJdk("www.instagram.com");
    Parsed<ClientHello> parsed = ClientHelloParser.parse(octets, 0, octets.length);
    assertInstanceOf(Parsed.Complete.class, parsed);
    assertEquals(shown(parsed), atOnce(Before.NOTHING, octets));
  }
}
