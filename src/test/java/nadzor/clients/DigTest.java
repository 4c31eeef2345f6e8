package nadzor.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import nadzor.flow.Endpoint;
import nadzor.lab.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What dig (BIND) and kdig (Knot) are told by the networks' resolvers on 4 March 2022. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DigTest {
  /** The block page of the second network, isp-dns. */
  private static final String PAGE = "127.30.2.80";

  private static final String REASON = "decision fb-2022-03-04, case case-facebook";

  private final LaboratoryFixture laboratory = LaboratoryFixture.at(LaboratoryFixture.BLOCKED);

  @AfterAll
  void stop() {
    laboratory.close();
  }

  /** Blanks are folded, so that columns do not matter, and lives of up to 5 s are left out. */
  private String ask(String program, Endpoint resolver, String words) {
    List<String> command =
        new ArrayList<>(List.of(program, "@" + resolver.address().getHostAddress()));
    command.addAll(List.of("-p", Integer.toString(resolver.port()), "+time=3", "+edns=0"));
    command.addAll(List.of(words.split(" ", -1)));
    Finished finished = Program.run(command.toArray(String[]::new));
    assertEquals(0, finished.exit(), finished::toString);
    assertFalse(finished.out().contains("WARNING"), finished::toString);
    return finished.out().replaceAll("[ \t]+", " ").replaceAll(" [0-5] IN ", " IN ");
  }

  private Endpoint resolver(String network) {
    return laboratory.network(network).resolver();
  }

  private static void assertHas(String answer, String expected) {
    assertTrue(answer.contains(expected), () -> "no '" + expected + "' in:\n" + answer);
  }

  private static void assertHasNot(String answer, String unexpected) {
    assertFalse(answer.contains(unexpected), () -> "'" + unexpected + "' in:\n" + answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dig", "kdig"})
  void everySiteHasItsTruthfulAddresses(String program) {
    for (Site site : laboratory.sites()) {
      String host = site.host().text();
      String four = ask(program, resolver("control"), host + " A");
      assertHas(four, host + ". IN A " + site.ipv4().getHostAddress());
      String six = ask(program, resolver("control"), host + " AAAA");
      assertHas(six, "status: NOERROR");
      assertHas(six, site.ipv6().isPresent() ? host + ". IN AAAA 2001:db8:" : "IN SOA");
    }
  }

  /** RFC 2308: a name without the type is there (NODATA), a missing one is not (NXDOMAIN). */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "dig,  www.facebook.com AAAA,       NOERROR, www.facebook.com. IN AAAA 2001:db8:f::10",
    "dig,  vk.com AAAA,                 NOERROR, vk.com. IN SOA",
    "kdig, vk.com AAAA,                 NOERROR, vk.com. IN SOA",
    "dig,  +tcp vk.com AAAA,            NOERROR, vk.com. IN SOA",
    "dig,  vk.com TXT,                  NOERROR, vk.com. IN SOA",
    "dig,  xx.fbcdn.net A,              NOERROR, fbcdn.net. IN SOA",
    "dig,  none.vk.com A,               NXDOMAIN, vk.com. IN SOA",
    "kdig, none.vk.com A,               NXDOMAIN, vk.com. IN SOA",
    "dig,  +tcp none.vk.com AAAA,       NXDOMAIN, vk.com. IN SOA",
    "dig,  outside.test A,              REFUSED, ANSWER: 0",
    "dig,  www.facebook.com HTTPS,      NOERROR, http/1.1\" ipv4hint=203.0.113.10",
    "kdig, www.facebook.com HTTPS,      NOERROR, http/1.1 ipv4hint=203.0.113.10",
    "dig,  facebook.com NS,             NOERROR, facebook.com. IN NS ns.nadzor.invalid.",
    "kdig, facebook.com SOA,            NOERROR, facebook.com. IN SOA ns.nadzor.invalid.",
    "dig,  +tcp www.facebook.com A,     NOERROR, www.facebook.com. IN A 203.0.113.10",
    "kdig, +tcp www.facebook.com A,     NOERROR, www.facebook.com. IN A 203.0.113.10",
    "dig,  wWw.FaCebook.com A,          NOERROR, wWw.FaCebook.com. IN A 203.0.113.10",
    "dig,  www.facebook.com. A,         NOERROR, www.facebook.com. IN A 203.0.113.10",
  })
  void theControlNetworkTellsTheTruth(String program, String words, String status, String has) {
    String answer = ask(program, resolver("control"), words);
    assertHas(answer, "status: " + status);
    assertHas(answer, has);
    assertHasNot(answer, "EDE");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "dig,  www.facebook.com A",
    "dig,  +tcp www.facebook.com A",
    "kdig, www.facebook.com A",
    "kdig, +tcp www.facebook.com A",
    "dig,  facebook.com A",
    "dig,  scontent.xx.fbcdn.net A",
    "dig,  WWW.FACEBOOK.COM A",
    "dig,  none.facebook.com A",
  })
  void aForgedAnswerIsTheBlockPageAndSaysWhy(String program, String words) {
    String answer = ask(program, resolver("isp-dns"), words);
    assertHas(answer, "status: NOERROR");
    assertHas(answer, ". IN A " + PAGE);
    assertHas(answer, "EDE: 16 (Censored): ");
    assertHas(answer, REASON);
  }

  /** There is no block page for other types; the truth must not show beside the forgery. */
  @ParameterizedTest
  @ValueSource(strings = {"AAAA", "HTTPS", "TXT", "ANY"})
  void aForgedNameHidesItsOtherRecords(String type) {
    String answer = ask("dig", resolver("isp-dns"), "www.facebook.com " + type);
    assertHas(answer, "status: NOERROR");
    assertHasNot(answer, "203.0.113.10");
    assertHasNot(answer, "2001:db8");
    assertHas(answer, "EDE: 16 (Censored): (" + REASON + ")");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dig", "kdig"})
  void withoutEdnsNothingIsExplained(String program) {
    String answer = ask(program, resolver("isp-dns"), "+noedns www.facebook.com A");
    assertHas(answer, ". IN A " + PAGE);
    assertHasNot(answer, "EDE");
    assertHasNot(answer, "EDNS");
  }

  @Test
  void whatIsNotListedIsTruthfulInAForgingNetwork() {
    String answer = ask("dig", resolver("isp-dns"), "www.instagram.com A");
    assertHas(answer, ". IN A 203.0.113.20");
    assertHasNot(answer, "EDE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tspu-2022", "isp-dns", "isp-blockpage", "control"})
  void theResolverAbroadIsTruthfulFromEveryNetwork(String network) {
    Endpoint abroad = laboratory.network(network).foreignResolver();
    for (String how : List.of("", "+tcp ")) {
      String answer = ask("dig", abroad, how + "www.facebook.com A");
      assertHas(answer, "www.facebook.com. IN A 203.0.113.10");
      assertHasNot(answer, "EDE");
    }
  }

  /** They restrict elsewhere: their resolvers do not lie. */
  @ParameterizedTest
  @ValueSource(strings = {"tspu-2022", "isp-blockpage"})
  void networksThatDoNotForgeTellTheTruth(String network) {
    assertHas(ask("dig", resolver(network), "www.facebook.com A"), ". IN A 203.0.113.10");
  }

  @Test
  void severalQuestionsShareOneTcpConnection() {
    String answer = ask("dig", resolver("isp-dns"), "+tcp +keepopen vk.com A www.facebook.com A");
    assertHas(answer, "vk.com. IN A 198.51.100.20");
    assertHas(answer, ". IN A " + PAGE);
  }
}
