package nadzor.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.censor.Profile;
import nadzor.censor.RestrictionLog;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every world has abroad, and IPv6, with curl through a whole laboratory's proxy. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignHostsTest {
  private static final DomainName DOWN = DomainName.of("down.test");
  private static final Site GONE =
      Site.of(DOWN.text(), "127.10.1.3", "neutral").behaving(SiteOptions.USUAL.asDown());

  private final Laboratory laboratory;
  private final LabNetwork network;

  ForeignHostsTest(@TempDir Path directory) throws IOException {
    List<Site> sites = new ArrayList<>(TestWorld.WORLD.sites());
    sites.add(GONE);
    laboratory =
        Laboratory.start(
            new LaboratorySpec(
                sites,
                List.of(
                    NetworkSpec.of("both", Profile.NEUTRAL).withIpv6(),
                    NetworkSpec.of("four", Profile.NEUTRAL)),
                Fence.loopback(),
                directory,
                Clock.systemUTC().instant(),
                RestrictionLog.NONE));
    network = laboratory.network("both");
  }

  @AfterAll
  void stop() {
    laboratory.close();
    laboratory.close();
  }

  private Shell.Ran curl(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("curl", "-sS", "-m", "20"));
    command.addAll(List.of("--cacert", laboratory.caFile().toString()));
    command.addAll(List.of("--proxy-cacert", laboratory.caFile().toString()));
    command.addAll(List.of(arguments));
    return Shell.run(command);
  }

  private static void assertPage(Shell.Ran ran) {
    assertEquals(0, ran.code(), ran.out());
    assertTrue(ran.out().contains("<h1>www.facebook.com</h1>"), ran.out());
  }

  @Test
  void nothingIsMissingHere() {
    assertEquals(List.of(), laboratory.notices());
    assertEquals(Optional.empty(), laboratory.network("four").proxy6());
    assertEquals(Optional.empty(), laboratory.network("four").resolver6());
  }

  @Test
  void whatAMachineLacksIsSaid() {
    Premises poor = Premises.of(Optional.of("no QUIC"), Optional.of("no ::1"));
    assertEquals(new Premises(false, false, List.of("no QUIC", "no ::1")), poor);
    assertEquals(
        new Premises(true, true, List.of()), Premises.of(Optional.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "socks5", "socks5h"})
  void anAdvertisedIpv6AddressIsReached(String scheme) throws Exception {
    String at = "www.facebook.com:443:[2001:db8:face::1]:443";
    String proxy = scheme + "://" + network.proxy();
    assertPage(curl("--proxy", proxy, "--connect-to", at, "https://www.facebook.com/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "socks5h"})
  void theProxyAndTheResolverListenOnIpv6(String scheme) throws Exception {
    String proxy = scheme + "://" + network.proxy6().orElseThrow();
    assertPage(curl("--proxy", proxy, "https://www.facebook.com/"));
    Endpoint resolver = network.resolver6().orElseThrow();
    String answer = dig(resolver, "www.facebook.com", "AAAA").out();
    assertTrue(answer.contains("2001:db8:face::1"), answer);
  }

  private static Shell.Ran dig(Endpoint at, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("dig", "+short", "+time=5", "+tries=1"));
    command.addAll(List.of("@" + at.address().getHostAddress(), "-p", "" + at.port()));
    command.addAll(List.of(words));
    return Shell.run(command);
  }

  /** Columns: host, type, answer. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dns.abroad.test|A|127.20.0.2",
        "dns.abroad.test|AAAA|2001:db8:20::2",
        "relay.abroad.test|A|127.20.0.3",
        "www.facebook.com|HTTPS|1 . alpn=\"h3,http/1.1\" ipv4hint=127.10.0.1 ipv6hint=2001:db8:face::1"
      })
  void namesAreKnownEverywhere(String host, String type, String answer) throws Exception {
    for (Endpoint at : List.of(network.resolver(), network.foreignResolver())) {
      assertEquals(answer, dig(at, host, type).out().strip());
      assertEquals(answer, dig(at, "+tcp", host, type).out().strip());
    }
  }

  @Test
  void datagramsHaveRoutes() {
    World world = laboratory.world();
    for (String address : List.of("127.20.0.2", "2001:db8:20::2")) {
      assertTrue(world.routeDatagrams(Endpoint.of(address, 53)).isPresent());
    }
    Endpoint front = world.routeDatagrams(Endpoint.of("127.10.0.1", 443)).orElseThrow();
    assertEquals(Optional.of(front), world.routeDatagrams(Endpoint.of("2001:db8:face::1", 443)));
    assertFalse(world.routeDatagrams(Endpoint.of("127.10.0.1", 80)).isPresent());
  }

  /** DoH (RFC 8484) through the network's proxy, by curl's own resolver. */
  @ParameterizedTest
  @ValueSource(strings = {"http1.1", "http2"})
  void theResolverAbroadAnswersOverHttps(String version) throws Exception {
    String query = "AAABAAABAAAAAAAABHNpdGUEdGVzdAAAAQAB"; // site.test A, id 0, RD
    String url = "https://dns.abroad.test/dns-query?dns=" + query;
    String proxy = "socks5h://" + network.proxy();
    Shell.Ran ran = curl("--proxy", proxy, "--" + version, "-o", "-", url);
    assertEquals(0, ran.code(), ran.out());
    assertTrue(ran.out().endsWith("\u007f\n\u0000\u0004"), "an A record of 127.10.0.4");
  }

  /** DoT (RFC 7858) through the network's proxy; the certificate names the host. */
  @Test
  void theResolverAbroadAnswersOverTls() throws Exception {
    Shell.Ran ran =
        Shell.run(
            List.of(
                "openssl",
                "s_client",
                "-proxy",
                network.proxy().toString(),
                "-connect",
                "dns.abroad.test:853",
                "-servername",
                "dns.abroad.test",
                "-verify_hostname",
                "dns.abroad.test",
                "-verify_return_error",
                "-CAfile",
                laboratory.caFile().toString()));
    assertEquals(0, ran.code(), ran.out());
    assertTrue(ran.out().contains("Verification: OK"), ran.out());
  }

  /**
   * A relay behind the network's own proxy: curl's pre-proxy is the network, its proxy the relay.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://relay.abroad.test:8080",
        "http://127.20.0.3:1080",
        "http://[2001:db8:20::3]:8080",
        "https://relay.abroad.test:443"
      })
  void theRelayLeadsAnywhere(String relay) throws Exception {
    String own = "socks5h://" + network.proxy();
    assertPage(curl("--preproxy", own, "--proxy", relay, "https://www.facebook.com/"));
    Shell.Ran object =
        curl(
            "--preproxy",
            own,
            "--proxy",
            relay,
            "-o",
            "/dev/null",
            "-w",
            "%{size_download}",
            "http://scontent.xx.fbcdn.net/object.png");
    assertEquals("400000", object.out());
  }

  @Test
  void theRelayIsTheLaboratorysToo() throws Exception {
    String own = "socks5h://" + network.proxy();
    String relay = "https://relay.abroad.test:443";
    Shell.Ran outside = curl("--preproxy", own, "--proxy", relay, "https://192.0.2.77/");
    assertEquals(56, outside.code(), outside.out());
    assertTrue(outside.out().contains("502"), outside.out());
  }

  @Test
  void whatIsDownRefuses() throws Exception {
    Shell.Ran ran = curl("--proxy", "socks5h://" + network.proxy(), "https://down.test/");
    assertEquals(97, ran.code(), ran.out());
    assertTrue(ran.out().contains("(5)"), "SOCKS5 connection refused: " + ran.out());
  }
}
