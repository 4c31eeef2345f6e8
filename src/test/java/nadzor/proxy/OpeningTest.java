package nadzor.proxy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OpeningTest {
  private static final byte[] EARLY = {22, 3, 1, 0, 5};

  private static final String ZEROS = "00000000000000000000000000000000";

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  static Stream<Arguments> requests() {
    return Stream.of(
        Arguments.of(ReplyStyle.CONNECT, ascii("CONNECT a.test:443 HTTP/1.1\r\nHost: x\r\n\r\n")),
        Arguments.of(ReplyStyle.SOCKS5, hex("050100 05010003 06 612e74657374 01bb")),
        Arguments.of(ReplyStyle.SOCKS4, hex("0401 01bb 00000001 6d6500 612e7465737400")));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void readsARequestInOnePieceAndKeepsWhatFollows(ReplyStyle style, byte[] octets) {
    Opening opening = new Opening();
    byte[] all = Arrays.copyOf(octets, octets.length + EARLY.length);
    System.arraycopy(EARLY, 0, all, octets.length, EARLY.length);
    opening.add(all);
    Ask ask = assertInstanceOf(Step.Go.class, afterSaying(opening)).ask();
    assertEquals(style, ask.style());
    assertEquals("Named[name=a.test, port=443]", ask.target().toString());
    assertArrayEquals(EARLY, ask.first());
  }

  @ParameterizedTest
  @MethodSource("requests")
  void readsARequestOctetByOctet(ReplyStyle style, byte[] octets) {
    Opening opening = new Opening();
    for (byte octet : octets) {
      assertInstanceOf(Step.More.class, afterSaying(opening));
      opening.add(new byte[] {octet});
    }
    assertEquals(style, assertInstanceOf(Step.Go.class, afterSaying(opening)).ask().style());
  }

  /** The next step that is not a choice of SOCKS method. */
  private static Step afterSaying(Opening opening) {
    Step step = opening.next();
    return step instanceof Step.Say ? opening.next() : step;
  }

  @ParameterizedTest
  @ValueSource(strings = {"16030100", "00", "06", "0500", "ff"})
  void closesOnGarbageWithoutAWord(String octets) {
    Opening opening = new Opening();
    opening.add(hex(octets));
    assertEquals(0, assertInstanceOf(Step.Refuse.class, opening.next()).octets().length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost: a.test\r\n\r\n",
        "GET https://a.test/ HTTP/1.1\r\n\r\n",
        "GET http://user@a.test/ HTTP/1.1\r\n\r\n",
        "GET http:/// HTTP/1.1\r\n\r\n",
        "CONNECT a.test HTTP/1.1\r\n\r\n",
        "CONNECT a.test:0 HTTP/1.1\r\n\r\n",
        "NONSENSE\r\n\r\n",
        "GET http://a.test/ HTTP/1.1\r\nA: b\rHost: c.test\r\n\r\n",
      })
  void answersABadRequestWith400(String text) {
    Opening opening = new Opening();
    opening.add(ascii(text));
    String reply =
        new String(
            assertInstanceOf(Step.Refuse.class, opening.next()).octets(),
            StandardCharsets.US_ASCII);
    assertTrue(reply.startsWith("HTTP/1.1 400 "), reply);
    assertTrue(reply.contains("Proxy-Status: nadzor; error=http_request_error\r\n"), reply);
  }

  @Test
  void tenThousandHeaderLinesAreRefusedLongBeforeTheirEnd() {
    Opening opening = new Opening();
    opening.add(ascii("CONNECT a.test:443 HTTP/1.1\r\n"));
    int lines = 0;
    while (opening.next() instanceof Step.More && lines < 10_000) {
      opening.add(ascii("X-Line: " + lines++ + "\r\n"));
    }
    assertEquals(101, lines);
  }

  @ParameterizedTest
  @CsvSource({"050100 05030001 00000000 0000, 0", "050100 05030004 " + ZEROS + " c350, 50000"})
  void socks5AsksForARelayOfDatagrams(String octets, int port) {
    Opening opening = new Opening();
    opening.add(hex(octets));
    assertEquals(port, assertInstanceOf(Step.Associate.class, afterSaying(opening)).port());
  }

  @Test
  void socksRefusalsHaveTheirCodes() {
    List<List<String>> table =
        List.of(
            List.of("050102", "05ff"),
            List.of("050100 05020001 7f0a0001 0050", "05070001000000000000"),
            List.of("050100 05040001 7f0a0001 0050", "05070001000000000000"),
            List.of("050100 05010009 00", "05080001000000000000"),
            List.of("050100 05010003 00 0050", "05010001000000000000"),
            List.of("0402 0050 7f0a0001 00", "005b000000000000"),
            List.of("0403 0050 7f0a0001 00", "005b000000000000"));
    for (List<String> row : table) {
      Opening opening = new Opening();
      opening.add(hex(row.get(0)));
      Step.Refuse refuse = assertInstanceOf(Step.Refuse.class, afterSaying(opening), row.get(0));
      assertEquals(row.get(1), HexFormat.of().formatHex(refuse.octets()), row.get(0));
    }
  }
}
