package nadzor.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadzor.flow.Addresses;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorldTest {
  private static void refused(String why, Executable making) {
    String message =
        String.valueOf(assertThrows(IllegalArgumentException.class, making).getMessage());
    assertEquals(true, message.contains(why), message);
  }

  @Test
  void routesLeadFromAdvertisedToBound() {
    Endpoint advertised = Endpoint.of("2001:db8::1", 443);
    Endpoint bound = Endpoint.of("127.10.0.1", 40_000);
    World world = TestWorld.WORLD.withRoutes(Map.of(advertised, bound));
    assertEquals(Optional.of(bound), world.route(advertised));
    assertEquals(Optional.empty(), world.route(Endpoint.of("2001:db8::1", 80)));
    assertEquals(Optional.empty(), TestWorld.WORLD.route(advertised));
  }

  @Test
  void sitesShareAnAddress() {
    assertEquals(
        List.of("www.facebook.com", "facebook.com"),
        TestWorld.WORLD.sitesAt(Addresses.parse("127.10.0.1")).stream()
            .map(site -> site.host().text())
            .toList());
    assertEquals(5, TestWorld.WORLD.ipv4Addresses().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "0.0.0.0", "224.0.0.1", "2001:db8::1", "198.18.0.1"})
  void anAdvertisedIpv4AddressIsOfALaboratory(String address) {
    refused("ipv4 of example.org", () -> Site.of("example.org", address, "neutral"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"::1", "2606:4700::1", "127.0.0.1", "fd00::1"})
  void anAdvertisedIpv6AddressIsDocumentation(String address) {
    Site site = Site.of("example.org", "127.10.0.9", "neutral");
    refused("expected one of 2001:db8", () -> site.withIpv6(address));
  }

  @ParameterizedTest
  @CsvSource({
    "object.png,400000,image/png",
    "/,400000,image/png",
    "/favicon.ico,400000,image/png",
    "/a b,400000,image/png",
    "/a\"><script>,400000,image/png",
    "/object.png,99,image/png",
    "/object.png,-1,text/plain",
    "/object.png,16777217,text/plain",
    "/object.jpg,400000,image/jpeg",
    "/page,400000,text/html"
  })
  void refusesObjects(String path, int size, String type) {
    refused("found", () -> new SiteObject(path, size, type));
  }

  @Test
  void refusesContradictions() {
    Site one = Site.of("one.test", "127.10.0.1", "neutral").withIpv6("2001:db8::1");
    Site two = Site.of("two.test", "127.10.0.2", "neutral").withIpv6("2001:db8::1");
    refused("twice", () -> World.of(List.of(one, one)));
    refused("goes with 127.10.0.1 already", () -> World.of(List.of(one, two)));
    SiteReference nothing = new SiteReference(DomainName.of("one.test"), "/object.png");
    refused("reference to //one.test/object.png", () -> World.of(List.of(one.showing(nothing))));
    SiteObject object = new SiteObject("/object.png", 100, SiteObject.PNG);
    refused("one path twice", () -> one.with(object).with(object));
  }
}
