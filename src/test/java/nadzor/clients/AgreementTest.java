package nadzor.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nadzor.censor.Profile;
import nadzor.flow.Endpoint;
import nadzor.lab.LabNetwork;
import nadzor.lab.Laboratory;
import nadzor.lab.Site;
import nadzor.probe.Limits;
import nadzor.probe.Outcome;
import nadzor.probe.Stage;
import nadzor.probe.Technique;
import nadzor.probe.Techniques;
import nadzor.story.EventBook;
import nadzor.story.profile.ProfileReader;
import nadzor.story.survey.ProfilePlan;
import nadzor.story.survey.Survey;
import nadzor.story.survey.SurveyLaboratory;
import nadzor.story.survey.SurveyPlan;
import nadzor.story.survey.SurveyResult;
import nadzor.story.survey.Surveyed;
import nadzor.story.survey.Target;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same cells, seen by the probe and by clients that were not written here: where they disagree,
 * the test says who saw what.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AgreementTest {
  private static final List<String> PROFILES =
      List.of("isp-dns", "isp-blockpage", "isp-tls-silence", "tspu-2022", "ladder-3", "gfw-like");
  private static final List<String> TECHNIQUES =
      List.of(
          "plain",
          "plain-http",
          "no-sni",
          "other-sni",
          "address-elsewhere",
          "dns-over-tcp",
          "dns-over-tls",
          "dns-over-https-get");
  private static final String FRONT = "front.test";

  private final Path directory;
  private final Laboratory laboratory;
  private final SurveyResult result;
  private final Target target;

  AgreementTest() throws IOException {
    directory = Files.createTempDirectory("nadzor-agreement-");
    SurveyPlan plan =
        ProfilePlan.of(
            PROFILES.stream().map(AgreementTest::profile).toList(),
            TECHNIQUES.stream().map(AgreementTest::technique).toList(),
            List.of("block"),
            new SurveyPlan.Conduct(1, 1, 0.02, 16, false));
    EventBook events = new EventBook(InstantSource.system());
    laboratory = Laboratory.start(SurveyLaboratory.spec(plan, directory, Instant.now(), events));
    try (Survey survey =
        new Survey(plan, laboratory, events, Limits.standard(), InstantSource.system())) {
      result = survey.run((done, total) -> {});
    }
    target = result.targets().get(0);
  }

  @BeforeAll
  void theProbeSawAllOfIt() {
    assertTrue(result.complete());
    assertEquals(PROFILES.size() * TECHNIQUES.size(), result.cells().size());
  }

  @AfterAll
  void stop() {
    laboratory.close();
    Directory.remove(directory);
  }

  private static Profile profile(String name) {
    return new ProfileReader().read(Path.of("config/profiles", name + ".yaml"));
  }

  private static Technique technique(String name) {
    return Techniques.named(name).orElseThrow();
  }

  private Outcome probed(String network, String technique) {
    return result.cells().stream()
        .filter(cell -> cell.errand().network().equals(network))
        .filter(cell -> cell.errand().technique().name().equals(technique))
        .map(Surveyed::outcome)
        .findFirst()
        .orElseThrow();
  }

  private String host() {
    return target.host().text();
  }

  private Site site() {
    return laboratory.world().site(target.host()).orElseThrow();
  }

  private String truth() {
    return site().ipv4().getHostAddress();
  }

  private static Stream<Arguments> cells() {
    List<Arguments> cells = new ArrayList<>();
    for (String network : PROFILES) {
      for (String client : Clients.NAMES) {
        cells.add(Arguments.of(network, client, Clients.technique(client)));
      }
    }
    return cells.stream();
  }

  @ParameterizedTest(name = "{0}: {1} and the probe''s {2}")
  @MethodSource("cells")
  void agree(String network, String client, String technique) {
    Outcome outcome = probed(network, technique);
    Clients clients = new Clients(laboratory.network(network), laboratory.caFile(), host());
    Finished finished = clients.run(client, truth(), FRONT);
    boolean through = clients.isThrough(client, finished, truth());
    boolean expected =
        Clients.isDns(client)
            ? !outcome.equals(Outcome.blocked(Stage.DNS))
            : outcome.equals(Outcome.OK);
    assertEquals(
        expected,
        through,
        () ->
            network
                + ": the probe's "
                + technique
                + " saw "
                + outcome.text()
                + ", "
                + client
                + (through ? " got through" : " did not")
                + ":\n"
                + finished);
  }

  /** The commands. */
  private record Clients(LabNetwork network, Path ca, String host) {
    private static final List<String> NAMES =
        List.of(
            "curl-connect-tls1.2",
            "curl-connect-tls1.3",
            "curl-socks5h",
            "curl-http",
            "curl-resolve",
            "curl-fronting",
            "openssl-noservername",
            "openssl-servername",
            "kdig-tcp",
            "kdig-tls",
            "kdig-https");

    static String technique(String client) {
      return switch (client) {
        case "curl-http" -> "plain-http";
        case "curl-resolve" -> "address-elsewhere";
        case "curl-fronting" -> "other-sni";
        case "openssl-noservername" -> "no-sni";
        case "kdig-tcp" -> "dns-over-tcp";
        case "kdig-tls" -> "dns-over-tls";
        case "kdig-https" -> "dns-over-https-get";
        default -> "plain";
      };
    }

    static boolean isDns(String client) {
      return client.startsWith("kdig");
    }

    Finished run(String client, String truth, String front) {
      return switch (client) {
        case "curl-connect-tls1.2" ->
            curl("https://" + host + "/", "-x", http(), "--tls-max", "1.2");
        case "curl-connect-tls1.3" -> curl("https://" + host + "/", "-x", http(), "--tlsv1.3");
        case "curl-socks5h" -> curl("https://" + host + "/", "-x", "socks5h://" + network.proxy());
        case "curl-http" -> curl("http://" + host + "/", "-x", http());
        case "curl-resolve" ->
            curl(
                "https://" + host + "/",
                "--resolve",
                host + ":443:" + truth,
                "-x",
                "socks5://" + network.proxy());
        case "curl-fronting" ->
            curl(
                "https://" + front + "/",
                "-k",
                "-H",
                "Host: " + host,
                "--connect-to",
                front + ":443:" + host + ":443",
                "-x",
                http());
        case "openssl-noservername" -> openssl("-noservername");
        case "openssl-servername" -> openssl("-servername", host);
        case "kdig-tcp" -> kdig(network.foreignResolver(), "+tcp");
        case "kdig-tls" -> kdig(network.foreignResolverOverTls(), "+tls");
        default -> kdig(network.foreignResolverOverHttps(), "+https-get");
      };
    }

    /** A page of the site's own, a handshake that was finished, or the true address. */
    boolean isThrough(String client, Finished finished, String truth) {
      if (isDns(client)) {
        return finished.out().contains(truth);
      }
      if (client.startsWith("openssl")) {
        return (finished.out() + finished.err()).contains("Ciphersuite: TLS_");
      }
      return finished.exit() == 0 && finished.out().contains("<h1>" + host + "</h1>");
    }

    private String http() {
      return "http://" + network.proxy();
    }

    private Finished curl(String url, String... more) {
      List<String> command =
          new ArrayList<>(
              List.of("curl", "-sS", "--noproxy", "-", "--max-time", "3", "--cacert", "" + ca));
      command.addAll(List.of(more));
      command.add(url);
      return Program.run(command.toArray(String[]::new));
    }

    private Finished openssl(String... more) {
      List<String> command =
          new ArrayList<>(
              List.of("timeout", "3", "openssl", "s_client", "-connect", host + ":443"));
      command.addAll(List.of("-proxy", network.proxy().toString(), "-brief"));
      command.addAll(List.of(more));
      return Program.run(command.toArray(String[]::new));
    }

    private Finished kdig(Endpoint at, String way) {
      return Program.run(
          "kdig",
          "@" + at.address().getHostAddress(),
          "-p",
          "" + at.port(),
          "+time=5",
          "+retry=0",
          "+short",
          way,
          host);
    }
  }
}
