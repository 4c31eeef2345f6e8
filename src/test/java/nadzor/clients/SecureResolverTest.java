package nadzor.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nadzor.censor.Profile;
import nadzor.flow.Endpoint;
import nadzor.lab.LabNetwork;
import nadzor.story.profile.ProfileReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What kdig, dig and curl are told over TLS and HTTPS, and where an injector races. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SecureResolverTest {
  private static final String PAGE = "127.30.2.80";
  private static final Profile RACES =
      new ProfileReader().read(Path.of("config/profiles/gfw-like.yaml"));

  private final LaboratoryFixture laboratory =
      LaboratoryFixture.at(LaboratoryFixture.BLOCKED, Map.of("tspu-2022", RACES));

  @AfterAll
  void stop() {
    laboratory.close();
  }

  private Finished kdig(Endpoint resolver, String... more) {
    List<String> command =
        new ArrayList<>(List.of("kdig", "@" + resolver.address().getHostAddress(), "+time=5"));
    command.addAll(List.of("-p", Integer.toString(resolver.port()), "+tls-ca=" + laboratory.ca()));
    command.addAll(List.of("+tls-hostname=" + LabNetwork.RESOLVER_HOST, "www.facebook.com"));
    command.addAll(List.of(more));
    return Program.run(command.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+tls", "+https", "+https-get"})
  void theForgedAnswerCarriesItsReasonOverTls(String door) {
    LabNetwork network = laboratory.network("isp-dns");
    Endpoint at = door.equals("+tls") ? network.resolverOverTls() : network.resolverOverHttps();
    Finished finished = kdig(at, door);
    assertEquals(0, finished.exit(), finished::toString);
    assertTrue(finished.out().contains(PAGE), finished::toString);
    assertTrue(finished.out().contains("decision fb-2022-03-04"), finished::toString);
    assertTrue(finished.out().contains("PADDING"), finished::toString);
  }

  @Test
  void theControlTellsTheTruthOverTls() {
    Finished finished = kdig(laboratory.network("control").resolverOverTls(), "+tls");
    String truth = laboratory.site("www.facebook.com").ipv4().getHostAddress();
    assertTrue(finished.out().contains(truth), finished::toString);
    assertFalse(finished.out().contains("EDE"), finished::toString);
  }

  /** The address that curl was told is where it tries to go; nothing listens there on 443. */
  @ParameterizedTest
  @ValueSource(strings = {"isp-dns", "control"})
  void curlAsksOverHttps(String network) {
    Endpoint at = laboratory.network(network).resolverOverHttps();
    String host = LabNetwork.RESOLVER_HOST.text();
    String url = "https://" + host + ":" + at.port() + "/dns-query";
    String there = host + ":" + at.port() + ":" + at.address().getHostAddress();
    Finished finished =
        Program.run(
            "curl",
            "-sv",
            "--max-time",
            "10",
            "--cacert",
            laboratory.ca(),
            "--resolve",
            there,
            "--doh-url",
            url,
            "https://www.facebook.com/");
    String truth = laboratory.site("www.facebook.com").ipv4().getHostAddress();
    String expected = network.equals("control") ? truth : PAGE;
    assertTrue(finished.err().contains("Trying " + expected + ":443"), finished::toString);
  }

  private String dig(Endpoint resolver, String... more) {
    List<String> command =
        new ArrayList<>(List.of("dig", "@" + resolver.address().getHostAddress()));
    command.addAll(List.of("-p", Integer.toString(resolver.port()), "+time=5", "+short"));
    command.add("www.facebook.com");
    command.addAll(List.of(more));
    return Program.run(command.toArray(String[]::new)).out().strip();
  }

  /** The injector of gfw-like: at the network's resolver and on the way to the foreign one. */
  @Test
  void anInjectorRacesOverUdpAndCannotOverTcp() {
    LabNetwork network = laboratory.network("tspu-2022");
    String truth = laboratory.site("www.facebook.com").ipv4().getHostAddress();
    for (Endpoint resolver : List.of(network.resolver(), network.foreignResolver())) {
      String forged = dig(resolver);
      assertTrue(forged.matches("192\\.0\\.2\\.66|198\\.51\\.100\\.66|203\\.0\\.113\\.66"), forged);
      assertEquals(truth, dig(resolver, "+tcp"));
    }
  }
}
