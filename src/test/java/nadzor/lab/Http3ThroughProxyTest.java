package nadzor.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.codec.quic.QuicChannel;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.censor.Profile;
import nadzor.censor.Restriction;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import nadzor.story.profile.ProfileReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real QUIC handshake through a network: it lives or dies as the network's profile has it. */
class Http3ThroughProxyTest {
  private static final String LISTED = "www.facebook.com";

  private static Profile profile(String name) {
    return name.equals("neutral")
        ? Profile.NEUTRAL
        : new ProfileReader().read(Path.of("config/profiles", name + ".yaml"));
  }

  private static X509Certificate ca(Laboratory laboratory) throws Exception {
    byte[] pem = Files.readAllBytes(laboratory.caFile());
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
  }

  @ParameterizedTest
  @CsvSource({
    "neutral, www.facebook.com, true",
    "quic-blanket, example.org, false",
    "quic-blanket, www.facebook.com, false",
    "tspu-2025, www.facebook.com, false",
    "tspu-2025, example.org, true",
    "turkey-like, www.facebook.com, true",
  })
  void livesOrDies(String profile, String host, boolean lives, @TempDir Path directory)
      throws Exception {
    List<Restriction> log = Collections.synchronizedList(new ArrayList<>());
    LaboratorySpec spec =
        new LaboratorySpec(
            TestWorld.WORLD.sites(),
            List.of(NetworkSpec.of("net", profile(profile))),
            Fence.loopback(),
            directory,
            Clock.systemUTC().instant(),
            log::add);
    try (Laboratory laboratory = Laboratory.start(spec)) {
      Rule rule = new Rule(Matcher.of(LISTED), Measure.BLOCK, new Reason.OfList("list.txt", 1));
      laboratory.network("net").activate(Blocklist.compile(1, List.of(rule)));
      Site site = laboratory.world().site(DomainName.of(host)).orElseThrow();
      Endpoint advertised = new Endpoint(site.ipv4(), 443);
      try (SocksFerry ferry = new SocksFerry(laboratory.network("net").proxy(), advertised);
          Http3Client client = new Http3Client(ca(laboratory), true, lives ? 20_000 : 700)) {
        if (lives) {
          QuicChannel connection = client.connect(ferry.endpoint(), host);
          assertEquals(200, client.get(connection, host, "/").status());
          assertEquals(List.of(), log);
        } else {
          assertThrows(Exception.class, () -> client.connect(ferry.endpoint(), host));
          assertTrue(log.stream().anyMatch(one -> one.on().equals("quic-initial")), log::toString);
        }
      }
    }
  }
}
