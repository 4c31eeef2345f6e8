package nadzor.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
  @ParameterizedTest
  @CsvSource({
    "127.10.0.0/16,127.10.255.255,true",
    "127.10.0.0/16,127.11.0.0,false",
    "10.0.0.0/8,10.1.2.3,true",
    "172.16.0.0/12,172.31.255.1,true",
    "172.16.0.0/12,172.32.0.1,false",
    "2001:db8::/32,2001:db8:ffff::1,true",
    "2001:db8::/32,127.0.0.1,false",
    "127.0.0.1,127.0.0.1,true",
    "0.0.0.0/0,8.8.8.8,true"
  })
  void contains(String range, String address, boolean expected) {
    assertEquals(expected, AddressRange.of(range).contains(Addresses.parse(address)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1/33", "127.0.0.1/x", "example.org", "", "::1/129", "1.2.3.4/-1"})
  void refuses(String written) {
    assertThrows(IllegalArgumentException.class, () -> AddressRange.of(written));
  }

  @Test
  void hostBitsAreCleared() {
    assertEquals("127.10.0.0/16", AddressRange.of("127.10.3.4/16").toString());
  }

  @Test
  void plusCarries() {
    assertEquals(Addresses.parse("127.10.1.1"), Addresses.plus(Addresses.parse("127.10.0.255"), 2));
  }

  @Test
  void endpointWritesBrackets() {
    assertEquals("[2001:db8:0:0:0:0:0:1]:443", Endpoint.of("2001:db8::1", 443).toString());
    assertThrows(IllegalArgumentException.class, () -> Endpoint.of("127.0.0.1", 70_000));
  }
}
