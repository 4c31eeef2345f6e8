package nadzor.story.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.censor.ClientHash;
import nadzor.censor.DatagramJudge;
import nadzor.censor.DnsRuling;
import nadzor.censor.Enforcement;
import nadzor.censor.FlowJudge;
import nadzor.censor.OwnAddresses;
import nadzor.censor.Profile;
import nadzor.censor.ProfileRule;
import nadzor.censor.Rate;
import nadzor.censor.Residual;
import nadzor.censor.RestrictionLog;
import nadzor.censor.StreamEffect;
import nadzor.censor.StreamRuling;
import nadzor.censor.action.Reset;
import nadzor.censor.action.Silence;
import nadzor.censor.action.Throttle;
import nadzor.flow.Addresses;
import nadzor.flow.DnsAsking;
import nadzor.flow.DnsQuestion;
import nadzor.flow.Endpoint;
import nadzor.flow.FlowKey;
import nadzor.flow.Place;
import nadzor.registry.Platform;
import nadzor.story.ScenarioReader;
import nadzor.wire.QuicBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the shipped profiles do to flows, against what was measured. */
class ShippedProfilesTest {
  private static final Path PROFILES = Path.of("config/profiles");

  private static Stream<Path> profiles() throws IOException {
    try (Stream<Path> files = Files.list(PROFILES)) {
      return files.sorted().toList().stream();
    }
  }

  private static Profile profile(String name) {
    return new ProfileReader().read(PROFILES.resolve(name + ".yaml"));
  }

  private static Enforcement enforcement(String profile, List<Rule> rules) {
    OwnAddresses own = new OwnAddresses(List.of(Addresses.parse("127.30.1.80")));
    Enforcement enforcement =
        new Enforcement(
            "net",
            profile(profile),
            own,
            (host, rule) -> "<p>" + host,
            new ClientHash(1, 2),
            RestrictionLog.NONE);
    enforcement.activate(Blocklist.compile(1, rules));
    return enforcement;
  }

  private static Rule rule(String matcher, Measure measure) {
    return new Rule(Matcher.of(matcher), measure, new Reason.OfList("list.txt", 1));
  }

  private static FlowJudge flow(Enforcement enforcement, int port) {
    Endpoint client = Endpoint.of("127.40.0.1", 40_000);
    return enforcement.open(new FlowKey(client, Endpoint.of("127.10.0.1", port)));
  }

  /** The effect on a flow: the first that is not "pass". */
  private static String effect(FlowJudge judge, List<Segments.Segment> segments) {
    StreamRuling ruling = judge.onOpen(0);
    for (Segments.Segment segment : segments) {
      if (ruling.isPass() && judge.isInspecting(segment.direction())) {
        ruling =
            judge.onSegment(segment.direction(), segment.octets(), 0, segment.octets().length, 0);
      }
    }
    return ruling.effect().word();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void loadsAndSaysWhereItComesFrom(Path file) {
    Profile profile = new ProfileReader().read(file);
    assertEquals(file.getFileName().toString(), profile.name() + ".yaml");
    assertFalse(profile.sources().isEmpty());
    assertTrue(profile.about().length() > 40, profile.about());
  }

  /** Facts: Censored Planet's report of 2021, section on inspection; its list of what works. */
  @ParameterizedTest
  @CsvSource({
    "hello:twitter.com, pace",
    "hello:www.twitter.com, pace",
    "hello:example.org, pass",
    "hello:, pass",
    "plain:twitter.com., pass",
    "split:abs.twimg.com, pass",
    "padded:abs.twimg.com, pass",
    "records:abs.twimg.com, pass",
    "ccs:abs.twimg.com, pass",
    "junk:101 hello:abs.twimg.com, pass",
    "junk:100 hello:abs.twimg.com, pace",
    "hello:example.org hello:abs.twimg.com, pace",
    "record:1 record:2 record:3 hello:abs.twimg.com, pace",
    "socks:1 hello:abs.twimg.com, pace",
    "get:example.org/ hello:abs.twimg.com, pace",
    "server-hello:abs.twimg.com, pace",
  })
  void twitter2021(String segments, String expected) {
    List<Rule> rules =
        List.of(rule(".twitter.com", Measure.THROTTLE), rule("*.twimg.com", Measure.THROTTLE));
    Enforcement enforcement = enforcement("twitter-2021", rules);
    assertEquals(expected, effect(flow(enforcement, 443), Segments.of(segments)));
  }

  @Test
  void twitter2021LooksFifteenTimesMoreAndNoMore() {
    List<Rule> rules = List.of(rule("twitter.com", Measure.THROTTLE));
    String records = "record:1 ".repeat(15);
    assertEquals("pace", oneFlow("twitter-2021", rules, records + "hello:twitter.com"));
    assertEquals("pass", oneFlow("twitter-2021", rules, records + "record:1 hello:twitter.com"));
  }

  /** Facts: a FIN or RST does not clear the state, ten idle minutes do. */
  @Test
  void twitter2021RemembersTheConnection() {
    Enforcement network =
        enforcement("twitter-2021", List.of(rule("twitter.com", Measure.THROTTLE)));
    assertEquals("pace", effect(flow(network, 443), Segments.of("hello:twitter.com")));
    long minute = Duration.ofMinutes(1).toNanos();
    assertEquals("pace", flow(network, 443).onOpen(9 * minute).effect().word());
    assertEquals("pace", flow(network, 443).onOpen(18 * minute).effect().word(), "renewed");
    assertEquals("pass", flow(network, 80).onOpen(18 * minute).effect().word(), "another port");
    assertEquals("pass", flow(network, 443).onOpen(29 * minute).effect().word());
  }

  /** Facts: net4people/bbs issue 65 and the report name what each set of rules hit. */
  @ParameterizedTest
  @CsvSource({
    "reddit.com, true, false, false",
    "www.microsoft.com, true, false, false",
    "rt.com, true, false, false",
    "t.co, true, true, true",
    "throttletwitter.com, true, true, false",
    "api.twitter.com, true, true, true",
    "mobile.twitter.com, true, true, false",
    "garbage.twimg.com, true, true, true",
    "twitter.com.test, false, false, false",
    "example.org, false, false, false",
  })
  void twittersThreeSetsOfRules(String name, boolean first, boolean second, boolean third) {
    assertEquals(first, isPaced("twitter-2021-03-10", name), "10 March");
    assertEquals(second, isPaced("twitter-2021-03-11", name), "11 March");
    assertEquals(third, isPaced("twitter-2021-04-02", name), "2 April");
  }

  private static boolean isPaced(String platformFile, String name) {
    Platform platform =
        new ScenarioReader().platform(Path.of("config/platforms", platformFile + ".yaml"));
    List<Rule> rules =
        platform.resources().stream()
            .map(
                resource ->
                    new Rule(
                        resource.matcher(), Measure.THROTTLE, new Reason.OfList(platformFile, 1)))
            .toList();
    Enforcement enforcement = enforcement("twitter-2021", rules);
    return effect(flow(enforcement, 443), Segments.of("hello:" + name)).equals("pace");
  }

  /** The ladder: each rung stops one more of these; facts section 3 for the reassembling ones. */
  @ParameterizedTest
  @CsvSource({
    "ladder-1, reset, pass, pass, pass, pass",
    "ladder-2, reset, reset, pass, pass, pass",
    "ladder-3, reset, reset, reset, pass, pass",
    "ladder-4, reset, reset, reset, reset, reset",
    "ladder-5, reset, reset, reset, reset, reset",
    "ladder-5-nameless, reset, reset, reset, reset, reset",
    "tspu-2022, reset, reset, pass, pass, pass",
    "tspu-2022-sni-2, silence, silence, pass, pass, pass",
    "tspu-2022-sni-4, silence, silence, pass, pass, pass",
    "tspu-2025, reset, reset, reset, reset, pass",
    "gfw-like, reset, reset, reset, pass, pass",
    "isp-tls-silence, silence, silence, pass, pass, pass",
    "isp-tls-mitm, hijack, hijack, pass, pass, pass",
    "iran-like, silence, silence, pass, pass, pass",
    "kazakhstan-like, silence, silence, pass, pass, pass",
    "turkey-like, reset, reset, pass, pass, pass",
    "ech-2024, pass, pass, pass, pass, pass",
    "quic-blanket, pass, pass, pass, pass, pass",
    "isp-dns, pass, pass, pass, pass, pass",
    "isp-blockpage, silence, silence, pass, pass, pass",
  })
  void cutsOfAHello(
      String profile, String exact, String below, String split, String records, String both) {
    List<Rule> rules = List.of(rule(".blocked.test", Measure.BLOCK));
    assertEquals(exact, oneFlow(profile, rules, "hello:blocked.test"), "exact");
    assertEquals(below, oneFlow(profile, rules, "hello:www.blocked.test"), "below");
    assertEquals(split, oneFlow(profile, rules, "split:blocked.test"), "split");
    assertEquals(records, oneFlow(profile, rules, "records:blocked.test"), "records");
    assertEquals(both, oneFlow(profile, rules, "records-split:blocked.test"), "both");
  }

  private static String oneFlow(String profile, List<Rule> rules, String segments) {
    return effect(flow(enforcement(profile, rules), 443), Segments.of(segments));
  }

  @ParameterizedTest
  @CsvSource({
    "isp-blockpage, get:blocked.test, answer",
    "isp-blockpage, get:neutral.test, pass",
    "isp-blockpage, gets:blocked.test, answer",
    "gfw-like, get:blocked.test, reset",
    "gfw-like, get:neutral.test/a-forbidden-keyword, reset",
    "gfw-like, get:neutral.test/, pass",
    "iran-like, junk:10, silence",
    "iran-like, socks:, silence",
    "isp-tls-mitm, get:blocked.test, hijack",
    "tspu-2022, get:blocked.test, pass",
  })
  void plainHttp(String profile, String segments, String expected) {
    List<Rule> rules = List.of(rule(".blocked.test", Measure.BLOCK));
    assertEquals(expected, effect(flow(enforcement(profile, rules), 80), Segments.of(segments)));
  }

  @Test
  void theLadderEndsWithResidualAndAddress() {
    Enforcement fifth = enforcement("ladder-5", List.of(rule("blocked.test", Measure.BLOCK)));
    assertEquals("reset", effect(flow(fifth, 443), Segments.of("hello:blocked.test")));
    assertEquals("reset", effect(flow(fifth, 443), Segments.of("hello:neutral.test")));
    Enforcement fourth = enforcement("ladder-4", List.of(rule("blocked.test", Measure.BLOCK)));
    assertEquals("reset", effect(flow(fourth, 443), Segments.of("hello:blocked.test")));
    assertEquals("pass", effect(flow(fourth, 443), Segments.of("hello:neutral.test")));
    Enforcement sixth = enforcement("ladder-6", List.of(rule("127.10.0.0/24", Measure.BLOCK)));
    assertEquals("refuse", flow(sixth, 443).onOpen(0).effect().word());
  }

  /** With a name it is the name that counts, without one the address. */
  @ParameterizedTest
  @CsvSource({
    "ladder-5-nameless, hello:, reset",
    "ladder-5-nameless, hello:neutral.test, pass",
    "ladder-5-nameless, hello:blocked.test, reset",
    "ladder-5, hello:, pass",
    "ladder-6, hello:neutral.test, refuse",
  })
  void toAListedAddress(String profile, String segments, String expected) {
    List<Rule> rules =
        List.of(rule("blocked.test", Measure.BLOCK), rule("127.10.0.0/24", Measure.BLOCK));
    assertEquals(expected, oneFlow(profile, rules, segments));
    if (segments.equals("hello:")) {
      assertEquals("pass", oneFlow(profile, rules.subList(0, 1), segments), "not listed");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "gfw-like, UDP, PATH, race",
    "gfw-like, TCP, PATH, pass",
    "gfw-like, HTTPS, RESOLVER, pass",
    "iran-like, UDP, RESOLVER, forge",
    "isp-dns, TLS, RESOLVER, forge",
    "tspu-2022, UDP, RESOLVER, pass",
  })
  void questions(String profile, DnsAsking way, Place place, String expected) {
    Enforcement enforcement = enforcement(profile, List.of(rule(".blocked.test", Measure.BLOCK)));
    DnsQuestion question = new DnsQuestion().type(1).at(way, place);
    "www.blocked.test".chars().forEach(c -> question.name().append((byte) c));
    DnsRuling ruling = new DnsRuling();
    enforcement.judge(question, ruling);
    assertEquals(expected, ruling.action());
  }

  /** The figures of facts 2.1, 2.2 and 2.5, line by line. */
  @ParameterizedTest
  @CsvSource({
    "twitter-2021, 1, throttle, 4-tuple, 600, true",
    "tspu-2022, 1, reset, 4-tuple, 75, false",
    "tspu-2022, 2, throttle, , 0, false",
    "tspu-2022, 4, silence, 4-tuple, 420, false",
    "tspu-2022-sni-2, 1, silence, 4-tuple, 420, false",
    "tspu-2022-sni-4, 1, silence, 4-tuple, 40, false",
    "gfw-like, 2, reset, 3-tuple, 90, false",
    "gfw-like, 4, reset, 3-tuple, 360, false",
    "gfw-like, 5, silence, 3-tuple, 120, false",
    "gfw-like, 6, silence, 3-tuple, 180, false",
    "iran-like, 2, silence, 4-tuple, 180, true",
    "iran-like, 4, silence, 4-tuple, 60, false",
    "kazakhstan-like, 2, silence, 4-tuple, 120, true",
    "quic-blanket, 2, silence, 4-tuple, 420, false",
    "ladder-5, 1, reset, 3-tuple, 60, false",
  })
  void residuals(String name, int line, String action, String key, long seconds, boolean renewed) {
    ProfileRule rule = profile(name).rules().get(line - 1);
    assertEquals(action, rule.action().name());
    assertEquals(key, rule.residual().map(left -> left.key().word()).orElse(null));
    assertEquals(seconds, rule.residual().map(left -> left.duration().toSeconds()).orElse(0L));
    assertEquals(renewed, rule.residual().map(Residual::renewed).orElse(false));
  }

  @Test
  void ratesAndGraceAreTheMeasuredOnes() {
    assertEquals(new Throttle(Rate.policing(650)), profile("tspu-2022").rules().get(1).action());
    assertEquals(
        new Throttle(new Rate(17_500, 16_000, true)),
        profile("twitter-2021").rules().get(0).action());
    assertEquals(
        new Reset(Reset.Towards.CLIENT, true), profile("tspu-2022").rules().get(0).action());
    assertEquals(
        new Silence(Integer.MAX_VALUE, 16_384), profile("tspu-2025").rules().get(1).action());
  }

  /** Facts 2.2: version 1, port 443, more than 1,000 octets. */
  @ParameterizedTest
  @CsvSource({
    "tspu-2022, 443, 1, 1200, silence",
    "tspu-2022, 80, 1, 1200, pass",
    "tspu-2022, 443, 0xff00001d, 1200, pass",
    "tspu-2022, 443, 1, 1000, pass",
    "quic-blanket, 443, 1, 1001, silence",
    "tspu-2025, 443, 1, 1200, silence",
    "gfw-like, 443, 1, 1200, silence",
    "turkey-like, 443, 1, 1200, pass",
    "ech-2024, 443, 1, 1200, pass",
  })
  void quic(String name, int port, String version, int length, String expected) {
    byte[] whole = QuicBytes.datagram(1, QuicBytes.crypto(0, QuicBytes.hello("www.blocked.test")));
    int number = Long.decode(version).intValue();
    for (int i = 0; i < 4; i++) {
      whole[1 + i] = (byte) (number >>> (24 - 8 * i));
    }
    FlowKey flow = new FlowKey(Endpoint.of("127.40.0.1", 40_000), Endpoint.of("127.10.0.1", port));
    DatagramJudge judge =
        enforcement(name, List.of(rule(".blocked.test", Measure.BLOCK))).openDatagrams(flow);
    assertEquals(expected, judge.onDatagram(whole, 0, length, 0).effect().word());
  }

  @Test
  void theInjectorDrawsFromItsList() {
    Enforcement enforcement =
        enforcement("gfw-like", List.of(rule(".blocked.test", Measure.BLOCK)));
    Set<Integer> drawn = new HashSet<>();
    DnsRuling ruling = new DnsRuling();
    for (int i = 0; i < 40; i++) {
      DnsQuestion question = new DnsQuestion().type(1);
      (i + ".blocked.test").chars().forEach(c -> question.name().append((byte) c));
      enforcement.judge(question, ruling);
      drawn.add(ruling.draw() % 3);
    }
    assertEquals(Set.of(0, 1, 2), drawn);
  }

  @Test
  void aResidualHasNoGrace() {
    Enforcement enforcement =
        enforcement("tspu-2022-sni-2", List.of(rule("blocked.test", Measure.BLOCK)));
    FlowJudge first = flow(enforcement, 443);
    assertEquals("silence", effect(first, Segments.of("hello:blocked.test")));
    assertEquals(new StreamEffect.Discard(0), flow(enforcement, 443).onOpen(1).effect());
  }
}
