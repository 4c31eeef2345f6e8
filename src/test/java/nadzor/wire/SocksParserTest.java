package nadzor.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SocksParserTest {
  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  private static Parsed<Boolean> greeting(String text) {
    return Socks5Parser.greeting(hex(text), 0, hex(text).length);
  }

  private static Parsed<SocksRequest> request5(byte[] octets, int length) {
    return Socks5Parser.request(octets, 0, length);
  }

  private static Parsed<SocksRequest> request4(byte[] octets, int length) {
    return Socks4Parser.request(octets, 0, length);
  }

  private static String shown(Parsed<SocksRequest> parsed) {
    if (!(parsed instanceof Parsed.Complete<SocksRequest> complete)) {
      return parsed.toString();
    }
    String target = complete.value().target().map(SocksParserTest::shown).orElse("unsupported");
    return complete.value().command() + " " + target + " " + complete.consumed();
  }

  private static String shown(Target target) {
    return target instanceof Target.Literal literal
        ? literal.endpoint().toString()
        : ((Target.Named) target).name() + " " + target.port();
  }

  @Test
  void readsTheGreeting() {
    assertEquals(new Parsed.Complete<>(true, 3), greeting("05 01 00"));
    assertEquals(new Parsed.Complete<>(true, 4), greeting("05 02 02 00 05"));
    assertEquals(new Parsed.Complete<>(false, 3), greeting("05 01 02"));
    assertEquals(new Parsed.NeedMore<>(), greeting(""));
    assertEquals(new Parsed.NeedMore<>(), greeting("05"));
    assertEquals(new Parsed.NeedMore<>(), greeting("05 02 00"));
    assertInstanceOf(Parsed.NotThis.class, greeting("05 00"));
    assertInstanceOf(Parsed.NotThis.class, greeting("06 01 00"));
  }

  @ParameterizedTest
  @CsvSource({
    "05 01 00 01 7f0a0001 01bb, 1 127.10.0.1:443 10",
    "05 02 00 03 06 612e74657374 0050, 2 a.test 80 13",
    "05 01 00 03 0a 3132372e31302e302e31 0050, 1 127.10.0.1:80 17",
    "05 03 00 04 20010db8000000000000000000000001 0050, 3 [2001:db8:0:0:0:0:0:1]:80 22",
  })
  void readsSocks5(String text, String expected) {
    assertEquals(expected, shown(request5(hex(text), hex(text).length)));
    for (int length = 0; length < hex(text).length; length++) {
      assertEquals(new Parsed.NeedMore<>(), request5(hex(text), length), "length " + length);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "04 01 01bb 7f0a0001 00, 1 127.10.0.1:443 9",
    "04 01 01bb 7f0a0001 6d6500, 1 127.10.0.1:443 11",
    "04 01 0050 00000001 00 612e7465737400, 1 a.test 80 16",
  })
  void readsSocks4(String text, String expected) {
    assertEquals(expected, shown(request4(hex(text), hex(text).length)));
    for (int length = 0; length < hex(text).length; length++) {
      assertEquals(new Parsed.NeedMore<>(), request4(hex(text), length), "length " + length);
    }
  }

  @Test
  void anUnknownAddressTypeIsARequestWithoutTarget() {
    assertEquals("1 unsupported 4", shown(request5(hex("05010009"), 4)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"04010001", "05010003 00 0050", "05010003 03 612062 0050", "05010003 01 61 0000"})
  void refusesSocks5(String text) {
    assertInstanceOf(Parsed.NotThis.class, request5(hex(text), hex(text).length));
  }

  @Test
  void refusesSocks4() {
    assertInstanceOf(Parsed.NotThis.class, request4(hex("0501"), 2));
    byte[] endless = new byte[8 + 256];
    Arrays.fill(endless, (byte) 'a');
    endless[0] = 4;
    assertInstanceOf(Parsed.NotThis.class, request4(endless, endless.length));
    assertEquals(new Parsed.NeedMore<>(), request4(endless, endless.length - 1));
    byte[] noName = hex("04 01 0050 00000001 00 00");
    assertInstanceOf(Parsed.NotThis.class, request4(noName, noName.length));
  }

  @Test
  void writesReplies() {
    assertArrayEquals(hex("05050001000000000000"), SocksReply.CONNECTION_REFUSED.version5());
    assertArrayEquals(hex("005b000000000000"), SocksReply.CONNECTION_REFUSED.version4());
    assertArrayEquals(hex("005a000000000000"), SocksReply.GRANTED.version4());
    assertArrayEquals(hex("0500"), SocksReply.method(true));
    assertArrayEquals(hex("05ff"), SocksReply.method(false));
  }

  @ParameterizedTest
  @CsvSource({
    "a.test:443, 0, a.test 443",
    "A.TEST.:443, 0, a.test 443",
    "a.test, 80, a.test 80",
    "127.10.0.1:1, 0, 127.10.0.1:1",
    "[2001:db8::1]:443, 0, [2001:db8:0:0:0:0:0:1]:443",
    "[2001:db8::1], 80, [2001:db8:0:0:0:0:0:1]:80",
    "a.test, 0, none",
    "a.test:, 80, none",
    "a.test:65536, 0, none",
    "a.test:0, 80, none",
    "a.test:+1, 80, none",
    "2001:db8::1, 80, none",
    "[a.test]:1, 0, none",
    "'', 80, none",
    "[, 80, none",
  })
  void readsAuthorities(String authority, int defaultPort, String expected) {
    Optional<Target> target = Target.ofAuthority(authority, defaultPort);
    assertEquals(expected, target.map(SocksParserTest::shown).orElse("none"));
  }

  @Test
  void targetsKeepTheirPort() {
    assertEquals(443, new Target.Literal(Endpoint.of("127.10.0.1", 443)).port());
    assertEquals(80, new Target.Named(DomainName.of("a.test"), 80).port());
  }
}
