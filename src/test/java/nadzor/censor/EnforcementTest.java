package nadzor.censor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.censor.action.BlockPage;
import nadzor.censor.action.Forge;
import nadzor.censor.action.Rcode;
import nadzor.censor.action.Reset;
import nadzor.flow.Addresses;
import nadzor.flow.DnsQuestion;
import nadzor.flow.Sighting;
import org.junit.jupiter.api.Test;

class EnforcementTest {
  private static final Rule BLOCKED =
      new Rule(Matcher.of(".a.test"), Measure.BLOCK, new Reason.OfList("l.txt", 1));
  private static final Rule SLOWED =
      new Rule(Matcher.of(".b.test"), Measure.THROTTLE, new Reason.OfList("l.txt", 2));

  private final List<Restriction> log = new ArrayList<>();

  private Enforcement withDns(DnsAction action) {
    ProfileRule rule =
        new ProfileRule(Sighting.Kind.DNS_QUESTION, Measure.BLOCK, action, Optional.empty());
    Profile profile = new Profile("p", "", List.of(), InspectionPolicy.PLAIN, List.of(rule));
    OwnAddresses own = new OwnAddresses(List.of(Addresses.parse("127.30.1.80")));
    Enforcement enforcement =
        new Enforcement("net", profile, own, (h, r) -> "", new ClientHash(1, 2), log::add);
    enforcement.activate(Blocklist.compile(1, List.of(BLOCKED, SLOWED)));
    return enforcement;
  }

  private static DnsQuestion question(String name) {
    DnsQuestion question = new DnsQuestion();
    byte[] octets = name.getBytes(StandardCharsets.US_ASCII);
    question.name().set(octets, 0, octets.length);
    return question.type(1);
  }

  @Test
  void forgesTowardsTheNetworksOwnPage() {
    Enforcement enforcement = withDns(new Forge(List.of(), 10));
    DnsRuling ruling = new DnsRuling();
    enforcement.judge(question("www.a.test"), ruling);
    assertEquals(new DnsEffect.Forge(List.of(Addresses.parse("127.30.1.80")), 10), ruling.effect());
    assertEquals(16, ruling.extendedError());
    enforcement.report(question("www.a.test"), ruling, Addresses.parse("127.0.0.1"));
    assertEquals(BLOCKED, log.get(0).rule());
  }

  @Test
  void aRulingIsFilledAnew() {
    Enforcement enforcement = withDns(new Rcode("nxdomain", 3));
    DnsRuling ruling = new DnsRuling();
    enforcement.judge(question("a.test"), ruling);
    assertFalse(ruling.isPass());
    enforcement.judge(question("example.org"), ruling);
    assertTrue(ruling.isPass());
    assertThrows(IllegalStateException.class, ruling::rule);
  }

  @Test
  void aMeasureThatNoLineCarriesOutIsNotEnforced() {
    Enforcement enforcement = withDns(new Rcode("nxdomain", 3));
    DnsRuling ruling = new DnsRuling();
    enforcement.judge(question("b.test"), ruling);
    assertTrue(ruling.isPass());
    assertFalse(enforcement.profile().canEnforce(Measure.THROTTLE));
  }

  @Test
  void aLineMustFitItsSighting() {
    Reset reset = new Reset(Reset.Towards.BOTH);
    assertThrows(
        IllegalArgumentException.class,
        () -> new ProfileRule(Sighting.Kind.DNS_QUESTION, Measure.BLOCK, reset, Optional.empty()));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new ProfileRule(
                Sighting.Kind.CLIENT_HELLO,
                Measure.BLOCK,
                new BlockPage(200, ""),
                Optional.empty()));
  }
}
