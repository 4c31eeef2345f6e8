package nadzor.dns;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import nadzor.censor.action.Forge;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What dig (BIND) and kdig (Knot) make of the answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DigTest {
  private final Transport transport = Transport.start(2);
  private ResolverServer server;

  @BeforeAll
  void start() throws IOException {
    server =
        ResolverServer.start(
            transport,
            Endpoint.of("127.0.0.1", 0),
            Optional.of(Worlds.enforcing(new Forge(List.of(), 10))),
            Zone.upstream(),
            ResolverLimits.defaults());
  }

  @AfterAll
  void stop() {
    server.close();
    transport.close();
  }

  private String ask(String program, String words) throws IOException, InterruptedException {
    String[] all = words.split(" ");
    Endpoint at = server.address();
    return program.equals("dig") ? Client.dig(at, all) : Client.kdig(at, all);
  }

  private static void assertHas(String output, String expected) {
    String flat = output.replaceAll("[ \t]+", " ");
    assertTrue(flat.contains(expected), () -> expected + " is not in:\n" + output);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "dig,  a.test A,                    a.test. 60 IN A 192.0.2.1",
    "kdig, a.test A,                    a.test. 60 IN A 192.0.2.1",
    "dig,  +tcp b.test A,               b.test. 60 IN A 192.0.2.1",
    "kdig, +tcp b.test A,               b.test. 60 IN A 192.0.2.1",
    "dig,  c.test HTTPS,                c.test. 60 IN HTTPS 1 . port=443",
    "kdig, c.test HTTPS,                c.test. 60 IN HTTPS 1 . port=443",
    "dig,  d.test AAAA,                 status: NOERROR",
    "kdig, d.test AAAA,                 status: NOERROR",
    "dig,  six.test AAAA,               six.test. 60 IN AAAA 2001:db8::1",
    "dig,  missing.test AAAA,           status: NXDOMAIN",
    "dig,  blocked.test A,              blocked.test. 10 IN A 127.30.1.80",
    "kdig, blocked.test A,              blocked.test. 10 IN A 127.30.1.80",
    "dig,  +tcp blocked.test A,         blocked.test. 10 IN A 127.30.1.80",
    "dig,  bLoCkEd.TeSt A,              bLoCkEd.TeSt. 10 IN A 127.30.1.80",
    "dig,  +bufsize=512 +ignore e.test TXT, flags: qr tc rd ra",
    "dig,  +bufsize=512 e.test TXT,     ANSWER: 60",
    "kdig, +bufsize=512 e.test TXT,     ANSWER: 60",
    "dig,  +edns=1 +noednsnegotiation a.test A, status: BADVERS",
    "dig,  -c CH -t TXT version.bind,   status: REFUSED",
    "dig,  +opcode=4 a.test A,          status: NOTIMP",
  })
  void understands(String program, String words, String expected) throws Exception {
    assertHas(ask(program, words), expected);
  }

  @Test
  void bothShowTheExtendedError() throws Exception {
    String dig = ask("dig", "www.blocked.test A");
    assertHas(dig, "EDE: 16 (Censored): (decision fb-2022-03-04, case meta)");
    String kdig = ask("kdig", "+edns www.blocked.test A");
    assertHas(kdig, "EDE: 16 (Censored); 'decision fb-2022-03-04, case meta'".substring(0, 18));
  }

  @Test
  void withoutEdnsThereIsNone() throws Exception {
    String output = ask("dig", "+noedns blocked.test A");
    assertFalse(output.contains("EDE"), output);
    assertFalse(output.contains("OPT PSEUDOSECTION"), output);
  }

  @Test
  void aForgedNameHasNoOtherRecords() throws Exception {
    String output = ask("dig", "blocked.test AAAA");
    assertHas(output, "status: NOERROR");
    assertHas(output, "ANSWER: 0");
    assertFalse(output.contains("malformed"), output);
  }

  @Test
  void nothingIsMalformed() throws Exception {
    for (String words : List.of("blocked.test A", "a.test HTTPS", "a.test AAAA")) {
      String output = ask("dig", "+dnssec " + words);
      assertFalse(output.contains("WARNING") || output.contains("malformed"), output);
    }
  }
}
