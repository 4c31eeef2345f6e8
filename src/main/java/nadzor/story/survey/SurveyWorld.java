package nadzor.story.survey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.censor.Aim;
import nadzor.censor.Profile;
import nadzor.flow.DomainName;
import nadzor.flow.Sighting;
import nadzor.lab.Site;
import nadzor.lab.SiteObject;
import nadzor.lab.SiteOptions;
import nadzor.lab.Slowness;
import nadzor.probe.Techniques;

/**
 * The world of a survey: a sensitive site for each way in which a profile can restrict one, a
 * neutral one, the canaries, and sites that fail though nobody restricts them (negative controls).
 * The sensitive site shares its address with a front that nobody restricts, as on a CDN. Pure.
 */
public final class SurveyWorld {
  /** A name that nobody restricts, at the address of the sensitive site. */
  public static final DomainName FRONT = DomainName.of("front.test");

  private static final String OBJECT = "/object.png";

  /** More than a policer's first burst, few enough for hundreds of downloads. */
  private static final int OBJECT_SIZE = 64_000;

  private static final String SENSITIVE_ADDRESS = "127.10.1.1";
  private static final String LISTED_ADDRESS = "127.10.1.3";

  /** Listed by name: to be blocked, or slowed down where the profile can do nothing else. */
  public static final Target BLOCK = target("block", "sensitive.test", OBJECT);

  /** A name below the one that is listed. */
  public static final Target BELOW = target("below", "below.sensitive.test", OBJECT);

  /** Listed by name, to be slowed down. */
  public static final Target THROTTLE = target("throttle", "slowed.test", OBJECT);

  /** Listed by address, to be blocked. */
  public static final Target ADDRESS = target("address", "listed-address.test", OBJECT);

  /** Not listed. */
  public static final Target NEUTRAL = target("neutral", "neutral.test", OBJECT);

  /** Not listed; its path holds a keyword. */
  public static final Target KEYWORD = target("keyword", "neutral.test", "/forbidden-keyword.png");

  private static final Target RESTRICTED_CANARY =
      target("restricted canary", "restricted.canary.test", OBJECT);
  private static final Target FREE_CANARY = target("free canary", "free.canary.test", OBJECT);
  private static final String MIRROR = "mirror.test";

  /** Slow, and yet done within the time that a download is watched. */
  private static final long SLOW_RATE = 40_000;

  /** Too slow to be watched to its end. */
  private static final long STALLED_RATE = 2_000;

  private static final List<Target> TARGETS =
      List.of(
          BLOCK,
          BELOW,
          THROTTLE,
          ADDRESS,
          NEUTRAL,
          KEYWORD,
          target("down", "down.test", OBJECT),
          target("expired", "expired.test", OBJECT),
          target("redirect", "moved.test", "/"),
          target("no-such-name", "nowhere.neutral.test", "/"),
          target("slow-origin", "slow.test", OBJECT),
          target("stalled-origin", "stalled.test", OBJECT));

  private SurveyWorld() {}

  private static Target target(String word, String host, String path) {
    return new Target(word, DomainName.of(host), path);
  }

  /** All targets, negative controls too. */
  public static List<Target> targets() {
    return TARGETS;
  }

  /** The target of a host that is visited under another name than those of the world. */
  public static Target targetAt(String host) {
    return target(host, host, OBJECT);
  }

  /** All sites. */
  public static List<Site> sites() {
    SiteOptions tolerant = SiteOptions.USUAL.asTolerant();
    List<Site> sites = new ArrayList<>();
    Stream.of(BLOCK.host(), BELOW.host(), FRONT)
        .forEach(host -> sites.add(site(host.text(), SENSITIVE_ADDRESS).behaving(tolerant)));
    sites.add(site(THROTTLE.host().text(), "127.10.1.2").behaving(tolerant));
    sites.add(site(ADDRESS.host().text(), LISTED_ADDRESS).behaving(tolerant));
    sites.add(site(MIRROR, "127.10.1.4"));
    sites.add(
        site(NEUTRAL.host().text(), "127.10.1.5").with(object(KEYWORD.path())).behaving(tolerant));
    sites.add(site(RESTRICTED_CANARY.host().text(), "127.10.1.6"));
    sites.add(site(FREE_CANARY.host().text(), "127.10.1.7"));
    sites.addAll(failing());
    return List.copyOf(sites);
  }

  private static List<Site> failing() {
    SiteOptions usual = SiteOptions.USUAL;
    Slowness slow = new Slowness(Duration.ofMillis(500), OptionalLong.of(SLOW_RATE));
    return List.of(
        Site.of("down.test", "127.10.1.8", "failing").behaving(usual.asDown()),
        site("expired.test", "127.10.1.9").behaving(usual.asExpired()),
        Site.of("moved.test", "127.10.1.10", "failing")
            .behaving(usual.redirectedTo(NEUTRAL.host())),
        site("slow.test", "127.10.1.11").behaving(usual.slowedBy(slow)),
        site("stalled.test", "127.10.1.12").behaving(usual.slowedBy(Slowness.rate(STALLED_RATE))));
  }

  /** A site that serves an object. */
  public static Site site(String host, String address) {
    return Site.of(host, address, "survey").with(object(OBJECT));
  }

  private static SiteObject object(String path) {
    return new SiteObject(path, OBJECT_SIZE, SiteObject.PNG);
  }

  /** Names with the same content elsewhere. */
  public static Map<DomainName, DomainName> mirrors() {
    DomainName mirror = DomainName.of(MIRROR);
    return Map.of(
        BLOCK.host(), mirror,
        BELOW.host(), mirror,
        THROTTLE.host(), mirror,
        ADDRESS.host(), mirror,
        NEUTRAL.host(), mirror);
  }

  /** What is listed in a network of this profile. */
  public static List<Rule> rules(Profile profile) {
    Measure most = canName(profile, Measure.BLOCK) ? Measure.BLOCK : Measure.THROTTLE;
    return List.of(
        rule(1, "." + BLOCK.host(), most),
        rule(2, THROTTLE.host().text(), Measure.THROTTLE),
        rule(3, LISTED_ADDRESS, Measure.BLOCK),
        rule(4, RESTRICTED_CANARY.host().text(), most));
  }

  /** One entry of the list that a survey puts in force. */
  public static Rule rule(int line, String matcher, Measure measure) {
    return new Rule(Matcher.of(matcher), measure, new Reason.OfList("survey", line));
  }

  /** What must hold in a network of this profile; one that a visit never meets has no second. */
  public static List<Guard> guards(String network, Profile profile) {
    Guard free = new Guard(visit(network, FREE_CANARY, "plain"), Guard.Must.PASS);
    boolean tls = meets(profile, Sighting.Kind.CLIENT_HELLO, Sighting.Kind.DNS_QUESTION);
    boolean http = meets(profile, Sighting.Kind.HTTP_HEAD);
    if (!tls && !http) {
      return List.of(free);
    }
    boolean blocks = canName(profile, Measure.BLOCK);
    return List.of(
        free,
        new Guard(
            visit(network, RESTRICTED_CANARY, tls ? "plain" : "plain-http"),
            blocks ? Guard.Must.BE_BLOCKED : Guard.Must.BE_SLOW));
  }

  private static Errand visit(String network, Target target, String technique) {
    return new Errand(network, target, Techniques.named(technique).orElseThrow());
  }

  private static boolean canName(Profile profile, Measure measure) {
    return profile.rules().stream()
        .anyMatch(
            line ->
                line.action().restricts()
                    && line.aim() instanceof Aim.Listed listed
                    && listed.measure() == measure
                    && line.on() != Sighting.Kind.CONNECTION);
  }

  private static boolean meets(Profile profile, Sighting.Kind... kinds) {
    return profile.rules().stream()
        .filter(line -> line.action().restricts())
        .anyMatch(line -> line.aim() instanceof Aim.Listed && List.of(kinds).contains(line.on()));
  }
}
