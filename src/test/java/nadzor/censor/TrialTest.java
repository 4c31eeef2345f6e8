package nadzor.censor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.censor.action.Rcode;
import nadzor.censor.action.Silence;
import nadzor.flow.Addresses;
import nadzor.flow.DnsQuestion;
import nadzor.flow.Endpoint;
import nadzor.flow.FlowKey;
import nadzor.flow.Sighting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialTest {
  private static final Blocklist OLD = list(1, ".old.test", ".both.test");
  private static final Blocklist NEW = list(2, ".new.test", ".both.test", "192.0.2.0/24");

  private final List<String> told = new ArrayList<>();
  private final TrialWatch watch = (one, acted) -> told.add(one.name() + " " + acted);
  private final List<Restriction> logged = new ArrayList<>();
  private final Enforcement enforcement =
      new Enforcement(
          "n",
          new Profile(
              "p",
              "",
              List.of(),
              InspectionPolicy.PLAIN,
              List.of(
                  new ProfileRule(
                      Sighting.Kind.DNS_QUESTION,
                      Measure.BLOCK,
                      new Rcode("nxdomain", 3),
                      Optional.empty()),
                  new ProfileRule(
                      Sighting.Kind.CONNECTION,
                      new Aim.Listed(Measure.BLOCK, Aim.By.ADDRESS),
                      List.of(),
                      1,
                      new Silence(0),
                      Optional.empty()))),
          OwnAddresses.NONE,
          (host, rule) -> "",
          new ClientHash(1, 2),
          logged::add);

  private static Blocklist list(long number, String... matchers) {
    Reason why = new Reason.OfList("list-" + number, 1);
    return Blocklist.compile(
        number, Stream.of(matchers).map(m -> new Rule(Matcher.of(m), Measure.BLOCK, why)).toList());
  }

  private static InetAddress client(int i) {
    return Addresses.parse("127.40." + i / 250 + "." + (i % 250 + 1));
  }

  private boolean passes(String host, int client) {
    DnsRuling ruling = new DnsRuling();
    enforcement.judge(question(host), ruling, new InetSocketAddress(client(client), 5353));
    return ruling.isPass();
  }

  private static DnsQuestion question(String host) {
    DnsQuestion question = new DnsQuestion().type(1);
    byte[] octets = host.getBytes(StandardCharsets.US_ASCII);
    assertTrue(question.name().set(octets, 0, octets.length));
    return question;
  }

  private boolean connects(String server, int client) {
    FlowKey flow = new FlowKey(new Endpoint(client(client), 4000), Endpoint.of(server, 443));
    return enforcement.open(flow).onOpen(0).isPass();
  }

  @Test
  void aShadowJudgesAndTellsAndNeverActs() {
    enforcement.activate(OLD, Trial.shadow(NEW, watch));
    assertTrue(passes("new.test", 1));
    assertFalse(passes("old.test", 1), "the one in force acts");
    assertFalse(passes("both.test", 1));
    assertTrue(connects("192.0.2.7", 1));
    assertEquals(List.of("new.test false", "192.0.2.7 false"), names());
    assertEquals(1, enforcement.standing().acting(client(1)).number());
    assertTrue(logged.isEmpty(), "a question is reported by the resolver, a flow did not happen");
  }

  /** A connection has no name of its own. */
  private List<String> names() {
    return told.stream().map(one -> one.startsWith(" ") ? "192.0.2.7" + one : one).toList();
  }

  @Test
  void aCanaryActsOnItsShareAlone() {
    enforcement.activate(OLD, Trial.canary(NEW, 0.1, 7, watch));
    List<Integer> hit =
        IntStream.range(0, 2000).filter(i -> !passes("new.test", i)).boxed().toList();
    assertTrue(hit.size() > 140 && hit.size() < 260, hit.size() + " of 2000");
    assertEquals(hit.size(), told.size());
    assertTrue(told.stream().allMatch("new.test true"::equals));
    int one = hit.get(0);
    assertTrue(passes("old.test", one), "to them the other is not in force");
    assertFalse(connects("192.0.2.7", one), "and it is the same at every door");
    int other = IntStream.range(0, 2000).filter(i -> !hit.contains(i)).findFirst().orElseThrow();
    assertFalse(passes("old.test", other));
    assertTrue(connects("192.0.2.7", other));
  }

  @Test
  void aGreaterShareHoldsASmallerAndAnotherKeyChoosesOthers() {
    List<Integer> tenth = included(Trial.canary(NEW, 0.1, 7, watch));
    assertTrue(included(Trial.canary(NEW, 0.3, 7, watch)).containsAll(tenth));
    assertFalse(included(Trial.canary(NEW, 0.3, 8, watch)).containsAll(tenth));
    assertEquals(2000, included(Trial.canary(NEW, 1, 7, watch)).size());
    assertEquals(0, included(Trial.canary(NEW, 0, 7, watch)).size());
  }

  private static List<Integer> included(Trial trial) {
    return IntStream.range(0, 2000).filter(i -> trial.includes(client(i))).boxed().toList();
  }

  @Test
  void anActivationEndsTheTrial() {
    enforcement.activate(OLD, Trial.canary(NEW, 1, 7, watch));
    assertFalse(passes("new.test", 1));
    enforcement.activate(OLD);
    assertTrue(passes("new.test", 1));
    assertTrue(enforcement.trial().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void sharesAreShares(double share) {
    assertThrows(IllegalArgumentException.class, () -> Trial.canary(NEW, share, 7, watch));
  }
}
