package nadzor.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstWordsTest {
  private static void check(FirstWords expected, byte[] octets) {
    byte[] around = HelloBytes.join(new byte[] {22, 3}, octets, new byte[] {' ', 0});
    assertEquals(expected, FirstWords.of(around, 2, octets.length));
  }

  @ParameterizedTest
  @CsvSource({
    "14 03 03 0001 01, TLS_RECORD",
    "15 03 01 0002, TLS_RECORD",
    "16 03 01 0200 02, TLS_RECORD",
    "17 03 04 4100, TLS_RECORD",
    "18 03 00 0000, TLS_RECORD",
    "16 03 01 02, UNKNOWN",
    "13 03 01 0001, UNKNOWN",
    "19 03 01 0001, UNKNOWN",
    "16 02 01 0001, UNKNOWN",
    "17 03 03 4101, UNKNOWN",
    "05 01 00, SOCKS",
    "05 02 00 02, SOCKS",
    "05 01 00 01 7f0a0001 01bb, SOCKS",
    "05 03 00 03 06 612e74657374 0050, SOCKS",
    "04 01 01bb 7f0a0001 00, SOCKS",
    "04 01 0050 00000001 00 612e7465737400, SOCKS",
    "05 01, UNKNOWN",
    "05 01 00 ff, UNKNOWN",
    "05 01 00 09, UNKNOWN",
    "04 01 01bb 7f0a0001, UNKNOWN",
    "04 01 01bb 7f0a0001 00 ff, UNKNOWN",
    "'', UNKNOWN",
    "00, UNKNOWN",
  })
  void judgesOctets(String hex, FirstWords expected) {
    check(expected, HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  @ParameterizedTest
  @CsvSource({
    "GET / HTTP/1.1, HTTP",
    "CONNECT a.test:443 HTTP/1.1, HTTP",
    "POST http://a.test/ HTTP/1.1, HTTP",
    "'HEAD ', HTTP",
    "GET, UNKNOWN",
    "GETS /, UNKNOWN",
    "get /, UNKNOWN",
    "SSH-2.0-x, UNKNOWN",
  })
  void judgesText(String text, FirstWords expected) {
    check(expected, text.getBytes(StandardCharsets.US_ASCII));
  }
}
