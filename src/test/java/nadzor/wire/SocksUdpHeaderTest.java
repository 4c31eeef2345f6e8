package nadzor.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import java.util.HexFormat;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SocksUdpHeaderTest {
  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  private static String parse(byte[] octets, int offset, int length) {
    Parsed<Target> parsed = SocksUdpHeader.parse(octets, offset, length);
    if (!(parsed instanceof Parsed.Complete<Target> complete)) {
      return assertInstanceOf(Parsed.NotThis.class, parsed).why().toString();
    }
    String host =
        complete.value() instanceof Target.Named named
            ? named.name().text()
            : ((Target.Literal) complete.value()).endpoint().toString();
    return host + " " + complete.value().port() + " " + complete.consumed();
  }

  @ParameterizedTest
  @CsvSource({
    "0000 00 01 7f0a0001 01bb, 127.10.0.1:443 443 10",
    "0000 00 03 06 612e74657374 0050, a.test 80 13",
    "0000 00 04 20010db8000000000000000000000001 01bb, [2001:db8:0:0:0:0:0:1]:443 443 22",
  })
  void readsAndWritesInPlace(String header, String expected) {
    byte[] octets = hex(header + "c0ffee");
    byte[] around = HelloBytes.join(new byte[5], octets);
    int headerLength = octets.length - 3;
    assertEquals(expected, parse(around, 5, octets.length));
    assertEquals(expected, parse(around, 5, headerLength), "an empty payload");
    for (int length = 0; length < headerLength; length++) {
      assertInstanceOf(Parsed.NotThis.class, SocksUdpHeader.parse(around, 5, length));
    }
    byte[] copy = new byte[around.length];
    Arrays.fill(copy, 5, 8, (byte) 9);
    Target target =
        ((Parsed.Complete<Target>) SocksUdpHeader.parse(around, 5, octets.length)).value();
    assertEquals(5 + headerLength, SocksUdpHeader.write(target, copy, 5));
    assertArrayEquals(
        Arrays.copyOf(around, 5 + headerLength), Arrays.copyOf(copy, 5 + headerLength));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.10.0.1", "2001:db8::1"})
  void writesTheSource(String address) {
    Endpoint source = Endpoint.of(address, 443);
    byte[] octets = new byte[SocksUdpHeader.length(source)];
    assertEquals(octets.length, SocksUdpHeader.write(source, octets, 0));
    assertEquals(source + " 443 " + octets.length, parse(octets, 0, octets.length));
  }

  @Test
  void theLongestNameFits() {
    String name = ("a".repeat(63) + ".").repeat(3) + "a".repeat(61);
    byte[] octets = new byte[SocksUdpHeader.MAX_LENGTH];
    int end = SocksUdpHeader.write(new Target.Named(DomainName.of(name), 53), octets, 0);
    assertEquals(name + " 53 " + end, parse(octets, 0, octets.length));
  }

  @ParameterizedTest
  @CsvSource({
    "0000 01 01 7f0a0001 01bb, fragment 1",
    "0000 80 01 7f0a0001 01bb, fragment 128",
    "0001 00 01 7f0a0001 01bb, reserved octets that are not 0",
    "0000 00 01 7f0a0001 0000, port 0",
    "0000 00 03 06 612e74657374 0000, no destination",
    "0000 00 03 00 0035, no destination",
    "0000 00 02 7f0a0001 01bb, 'an address type that is none of 1, 3, 4'",
    "0000 00 01 7f0a0001 01, a header that is cut off",
    "'', reserved octets that are not 0",
  })
  void refuses(String header, String why) {
    assertEquals(why, parse(hex(header), 0, hex(header).length));
  }

  @Test
  void learnsAboutAssociations() {
    byte[] octets = hex("05 03 00 01 00000000 0000");
    Parsed<SocksRequest> parsed = Socks5Parser.request(octets, 0, octets.length);
    SocksRequest request = (SocksRequest) assertInstanceOf(Parsed.Complete.class, parsed).value();
    assertEquals(SocksRequest.UDP_ASSOCIATE, request.command());
    assertEquals(new Target.Literal(Endpoint.of("0.0.0.0", 0)), request.target().orElseThrow());
    assertArrayEquals(
        hex("05000001 7f140001 0439"),
        SocksReply.GRANTED.version5(Endpoint.of("127.20.0.1", 1081)));
    assertArrayEquals(
        hex("05000004 20010db8000000000000000000000001 0439"),
        SocksReply.GRANTED.version5(Endpoint.of("2001:db8::1", 1081)));
  }

  @Test
  void anUnknownAddressTypeConsumesWhatIsBeforeIt() {
    byte[] octets = hex("05 01 00 09 0102030405");
    Parsed<SocksRequest> parsed = Socks5Parser.request(octets, 0, octets.length);
    assertEquals(4, assertInstanceOf(Parsed.Complete.class, parsed).consumed());
  }
}
