package nadzor.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import nadzor.flow.AddressRange;
import nadzor.flow.Addresses;
import nadzor.flow.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FenceTest {
  private static final List<String> EVERYTHING_ALLOWED =
      List.of(
          "10.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "fc00::/7",
          "169.254.0.0/16",
          "fe80::/10",
          "192.0.2.0/24",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "2001:db8::/32");

  private static Fence naming(List<String> ranges) {
    return Fence.naming(ranges.stream().map(AddressRange::of).toList());
  }

  /** Columns: address, inside by default, inside where everything that may be named is named. */
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,true,true",
    "127.10.3.4,true,true",
    "127.255.255.255,true,true",
    "::1,true,true",
    "::ffff:127.0.0.1,true,true",
    "10.0.0.1,false,true",
    "9.255.255.255,false,false",
    "11.0.0.0,false,false",
    "172.15.255.255,false,false",
    "172.16.0.1,false,true",
    "172.31.255.255,false,true",
    "172.32.0.0,false,false",
    "192.168.1.1,false,true",
    "192.169.0.0,false,false",
    "::ffff:192.168.1.1,false,true",
    "fc00::1,false,true",
    "fdff::1,false,true",
    "fe00::1,false,false",
    "169.254.1.1,false,true",
    "fe80::1,false,true",
    "febf::1,false,true",
    "fec0::1,false,false",
    "192.0.2.1,false,true",
    "192.0.3.0,false,false",
    "198.51.100.200,false,true",
    "198.51.101.0,false,false",
    "203.0.113.255,false,true",
    "203.0.114.0,false,false",
    "2001:db8::1,false,true",
    "2001:db7:ffff::1,false,false",
    "2001:db9::1,false,false",
    "198.18.0.1,false,false",
    "100.64.0.1,false,false",
    "0.0.0.0,false,false",
    "0.0.0.1,false,false",
    "::,false,false",
    "::ffff:0.0.0.0,false,false",
    "::127.0.0.1,false,false",
    "126.255.255.255,false,false",
    "128.0.0.0,false,false",
    "8.8.8.8,false,false",
    "::ffff:8.8.8.8,false,false",
    "64:ff9b::7f00:1,false,false",
    "2002:7f00:1::1,false,false",
    "2606:4700::1,false,false",
    "224.0.0.1,false,false",
    "ff02::1,false,false",
    "240.0.0.1,false,false",
    "255.255.255.255,false,false"
  })
  void admits(String address, boolean byDefault, boolean whenNamed) {
    InetAddress parsed = Addresses.parse(address);
    assertEquals(byDefault, Fence.loopback().admits(parsed));
    assertEquals(whenNamed, naming(EVERYTHING_ALLOWED).admits(parsed));
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0,wildcard",
    "::,wildcard",
    "8.8.8.8,public",
    "::ffff:8.8.8.8,public",
    "224.0.0.1,multicast",
    "10.1.2.3,private address that is not named",
    "192.0.2.9,documentation address that is not named",
    "fd00::1,unique-local address that is not named"
  })
  void saysWhatWasFoundAndExpected(String address, String why) {
    Endpoint endpoint = Endpoint.of(address, 53);
    FenceException refused =
        assertThrows(
            FenceException.class, () -> Fence.loopback().admit("resolver", endpoint), address);
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.startsWith("resolver: found "), message);
    assertTrue(message.contains(why), message);
    assertTrue(message.contains("expected a loopback address"), message);
  }

  @Test
  void aMappedAddressThatStaysAnInet6AddressIsSeenThrough() throws UnknownHostException {
    byte[] octets = new byte[16];
    octets[10] = octets[11] = (byte) 0xff;
    System.arraycopy(new byte[] {8, 8, 8, 8}, 0, octets, 12, 4);
    assertFalse(naming(EVERYTHING_ALLOWED).admits(Inet6Address.getByAddress("", octets, -1)));
    Arrays.fill(octets, 12, 16, (byte) 0);
    octets[12] = 127;
    octets[15] = 1;
    assertTrue(Fence.loopback().admits(Inet6Address.getByAddress("", octets, -1)));
  }

  @Test
  void onlyWhatIsNamedIsInside() {
    Fence fence = naming(List.of("10.7.0.0/16"));
    assertTrue(fence.admits(Addresses.parse("10.7.1.1")));
    assertFalse(fence.admits(Addresses.parse("10.8.1.1")));
    Endpoint inside = Endpoint.of("10.7.1.1", 80);
    assertEquals(inside, fence.admit("proxy", inside));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0/0",
        "::/0",
        "10.0.0.0/7",
        "8.8.8.8",
        "2001:db8::/31",
        "0.0.0.0",
        "198.18.0.0/15"
      })
  void aRangeWithPublicAddressesCannotBeNamed(String range) {
    assertThrows(FenceException.class, () -> naming(List.of(range)));
  }
}
