package nadzor.blocklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet6Address;
import java.net.UnknownHostException;
import java.util.List;
import nadzor.flow.Addresses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.7,192.0.2.7,443,true",
    "192.0.2.7,192.0.2.6,443,false",
    "192.0.2.0/24,192.0.2.255,1,true",
    "192.0.2.0/24,192.0.3.0,1,false",
    "192.0.2.0/24,192.0.1.255,1,false",
    "192.0.2.128/25,192.0.2.127,1,false",
    "192.0.2.128/25,192.0.2.128,1,true",
    "0.0.0.0/0,198.51.100.1,1,true",
    "0.0.0.0/0,2001:db8::1,1,false",
    "::/0,198.51.100.1,1,false",
    "::/0,2001:db8::1,1,true",
    "::ffff:0:0/96,198.51.100.1,1,true",
    "2001:db8::/32,2001:db8:ffff::1,1,true",
    "2001:db8::/32,2001:db9::1,1,false",
    "2001:db8::/64,2001:db8::ffff,1,true",
    "2001:db8::/64,2001:db8:0:1::,1,false",
    "2001:db8::/65,2001:db8::8000:0:0:0,1,false",
    "2001:db8::1,2001:db8::1,1,true",
    "2001:db8::1,2001:db8::2,1,false",
    "192.0.2.7:443,192.0.2.7,443,true",
    "192.0.2.7:443,192.0.2.7,444,false",
    "192.0.2.0/24:80-90,192.0.2.9,80,true",
    "192.0.2.0/24:80-90,192.0.2.9,90,true",
    "192.0.2.0/24:80-90,192.0.2.9,79,false",
    "192.0.2.0/24:80-90,192.0.2.9,91,false",
    "[2001:db8::1]:853,2001:db8::1,853,true",
    "[2001:db8::1]:853,2001:db8::1,53,false",
    "*:853,192.0.2.7,853,true",
    "*:853,2001:db8::1,853,true",
    "*:853,192.0.2.7,443,false"
  })
  void reach(String matcher, String address, int port, boolean held) {
    Blocklist list = Lists.of(matcher);
    assertTrue(list.hasAddresses());
    assertEquals(held, Lists.address(list, address, port).orders(Measure.BLOCK));
    assertEquals(held ? 1 : 0, list.orders(Addresses.parse(address), port));
  }

  @Test
  void allRangesThatHoldItTheLongestFirst() {
    List<Rule> rules =
        List.of(
            Lists.throttle("*:443"),
            Lists.block("192.0.0.0/16"),
            Lists.block("192.0.2.7"),
            Lists.throttle("192.0.2.7:443"),
            Lists.block("192.0.2.0/24:80"));
    Blocklist list = Blocklist.compile(1, rules);
    Match match = Lists.address(list, "192.0.2.7", 443);
    assertEquals(List.of(rules.get(2), rules.get(3), rules.get(1), rules.get(0)), match.rules());
    assertEquals(3, list.orders(Addresses.parse("192.0.2.7"), 443));
    assertEquals(1, list.orders(Addresses.parse("192.0.2.7"), 442));
  }

  @Test
  void aMappedAddressIsIpv4() throws UnknownHostException {
    byte[] octets = Addresses.parse("::1").getAddress();
    System.arraycopy(Addresses.parse("192.0.2.7").getAddress(), 0, octets, 12, 4);
    octets[10] = -1;
    octets[11] = -1;
    Inet6Address mapped = Inet6Address.getByAddress("", octets, -1);
    assertEquals(1, Lists.of("192.0.2.0/24").orders(mapped, 443));
    assertEquals(0, Lists.of("::/0").orders(mapped, 443));
  }

  @Test
  void aLiteralIsNoName() {
    Blocklist list = Lists.of("192.0.2.7");
    assertTrue(Lists.name(list, "192.0.2.7").isEmpty());
    assertFalse(list.hasMasks() || list.hasUrls());
    assertFalse(Lists.of("a.test").hasAddresses());
  }
}
