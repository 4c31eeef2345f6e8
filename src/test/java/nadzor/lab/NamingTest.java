package nadzor.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.censor.Action;
import nadzor.censor.InspectionPolicy;
import nadzor.censor.Profile;
import nadzor.censor.ProfileRule;
import nadzor.censor.RestrictionLog;
import nadzor.censor.action.Rcode;
import nadzor.censor.action.StripEch;
import nadzor.flow.DomainName;
import nadzor.flow.Sighting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Aliases and ECH configurations in the world's zones, and what networks make of them. */
class NamingTest {
  private static final List<Site> SITES =
      List.of(
          Site.of("node.cdn.test", "127.10.1.1", "cdn"),
          named("shop.test", "127.10.1.1", Naming.aliasOf(DomainName.of("node.cdn.test"))),
          Site.of("cover.test", "127.10.1.2", "neutral"),
          named("hidden.test", "127.10.1.2", Naming.withEch(DomainName.of("cover.test"))));

  private static Site named(String host, String address, Naming naming) {
    return Site.of(host, address, "neutral").behaving(SiteOptions.USUAL.named(naming));
  }

  private static NetworkSpec network(String name, Sighting.Kind on, Action action) {
    ProfileRule line = new ProfileRule(on, Measure.BLOCK, action, Optional.empty());
    return NetworkSpec.of(
        name, new Profile(name, "", List.of(), InspectionPolicy.PLAIN, List.of(line)));
  }

  private static Rule listed(String name) {
    return new Rule(Matcher.of(name), Measure.BLOCK, new Reason.OfList("list.txt", 1));
  }

  @Test
  void areSeenByClientsAndByNetworks(@TempDir Path directory) throws Exception {
    LaboratorySpec spec =
        new LaboratorySpec(
            SITES,
            List.of(
                NetworkSpec.of("open", Profile.NEUTRAL),
                network("chains", Sighting.Kind.DNS_ANSWER, new Rcode("nxdomain", 3)),
                network("strips", Sighting.Kind.DNS_QUESTION, new StripEch())),
            Fence.loopback(),
            directory,
            Clock.systemUTC().instant(),
            RestrictionLog.NONE);
    try (Laboratory laboratory = Laboratory.start(spec)) {
      for (LabNetwork network : laboratory.networks()) {
        network.activate(
            Blocklist.compile(2, List.of(listed("node.cdn.test"), listed("hidden.test"))));
      }
      assertEquals("node.cdn.test. 127.10.1.1", dig(laboratory, "open", "shop.test", "A"));
      assertEquals("node.cdn.test.", dig(laboratory, "open", "shop.test", "CNAME"));
      assertEquals("node.cdn.test.", dig(laboratory, "open", "shop.test", "AAAA"));
      assertEquals("", dig(laboratory, "chains", "shop.test", "A"), "caught behind its CNAME");
      assertEquals("127.10.1.2", dig(laboratory, "chains", "cover.test", "A"));
      String whole = dig(laboratory, "open", "hidden.test", "HTTPS");
      String stripped = dig(laboratory, "strips", "hidden.test", "HTTPS");
      assertTrue(whole.contains(" ech="), whole);
      assertTrue(stripped.contains("alpn="), stripped);
      assertFalse(stripped.contains("ech="), stripped);
      assertEquals(whole.replaceFirst(" ech=\\S+", ""), stripped);
    }
  }

  private static String dig(Laboratory laboratory, String network, String name, String type)
      throws Exception {
    var at = laboratory.network(network).resolver();
    String server = "@" + at.address().getHostAddress();
    return Shell.run(List.of("dig", "+short", "+time=5", server, "-p", "" + at.port(), name, type))
        .out()
        .strip()
        .replace('\n', ' ');
  }

  /** RFC 9849 section 4, read field by field. */
  @Test
  void theConfigurationIsWellFormed() {
    byte[] list = EchConfig.list(DomainName.of("hidden.test"), DomainName.of("cover.test"));
    ByteBuffer octets = ByteBuffer.wrap(list);
    assertEquals(list.length - 2, octets.getShort());
    assertEquals((short) 0xfe0d, octets.getShort());
    assertEquals(octets.remaining() - 2, octets.getShort());
    octets.get(); // its identifier
    assertEquals(0x20, octets.getShort());
    byte[] key = new byte[octets.getShort()];
    octets.get(key);
    assertEquals(32, key.length);
    assertEquals(4, octets.getShort());
    assertEquals(0x0001_0001, octets.getInt());
    octets.get(); // no maximum
    byte[] name = new byte[octets.get()];
    octets.get(name);
    assertEquals("cover.test", new String(name, StandardCharsets.US_ASCII));
    assertEquals(0, octets.getShort());
    assertFalse(octets.hasRemaining());
    byte[] other = EchConfig.list(DomainName.of("other.test"), DomainName.of("cover.test"));
    assertFalse(Arrays.equals(list, other), "another site has another key");
  }

  @ParameterizedTest
  @CsvSource({
    "alias, nowhere.test, expected another site",
    "alias, odd.test, expected another site",
    "alias, cover.test, expected another site",
    "alias, shop.test, an alias itself",
    "ech, nowhere.test, expected a site",
    "ech, cover.test, expected a site",
  })
  void aWorldThatCannotBeIsRefused(String what, String to, String complaint) {
    DomainName name = DomainName.of(to);
    Naming naming = what.equals("alias") ? Naming.aliasOf(name) : Naming.withEch(name);
    List<Site> sites = new ArrayList<>(SITES);
    sites.add(named("odd.test", "127.10.1.1", naming));
    Exception refused = assertThrows(IllegalArgumentException.class, () -> World.of(sites));
    assertTrue(String.valueOf(refused.getMessage()).contains(complaint), refused.getMessage());
  }

  @Test
  void bothAtOnceAreRefused() {
    Optional<DomainName> name = Optional.of(DomainName.of("cover.test"));
    assertThrows(IllegalArgumentException.class, () -> new Naming(name, name));
  }
}
