package nadzor.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.registry.Answer;
import nadzor.registry.Because;
import nadzor.registry.BlockType;
import nadzor.registry.CaseClosing;
import nadzor.registry.CaseFile;
import nadzor.registry.Catalogue;
import nadzor.registry.Decision;
import nadzor.registry.Demand;
import nadzor.registry.DemandState;
import nadzor.registry.Dismissal;
import nadzor.registry.Entry;
import nadzor.registry.Grounds;
import nadzor.registry.Lifting;
import nadzor.registry.Operator;
import nadzor.registry.OperatorCard;
import nadzor.registry.Order;
import nadzor.registry.Platform;
import nadzor.registry.PlatformCard;
import nadzor.registry.Proposal;
import nadzor.registry.Proposed;
import nadzor.registry.RegisterMark;
import nadzor.registry.Resource;
import nadzor.registry.Retraction;
import nadzor.registry.Role;
import nadzor.registry.Subject;
import nadzor.registry.Timetable;
import nadzor.registry.Violation;

/** Entries of every kind, plain and awkward. */
final class Samples {
  static final Instant DAY = Instant.parse("2022-03-04T16:00:00Z");
  static final String AWKWARD =
      "\"quoted\" \\ / \b\t\n\r\f\u0000\u001f\u007f <script> \u2028\u2029 ж 😀 \ufeff";

  private Samples() {}

  /** One platform, of one operator. */
  static Catalogue catalogue() {
    return new Catalogue(List.of(operator()), List.of(platform("facebook", ".facebook.com")));
  }

  private static Operator operator() {
    return new Operator("meta", "Meta");
  }

  private static Platform platform(String id, String... matchers) {
    return new Platform(
        id,
        "A platform named <script>",
        "meta",
        Stream.of(matchers).map(one -> new Resource(Matcher.of(one), Role.FRONT)).toList());
  }

  static Violation violation(String id, Instant at, String description) {
    return new Violation(
        id, "facebook", at, "discrimination", "272-FZ", description, "press release", false);
  }

  /** The i-th of a long row of violations, one a second. */
  static Violation violation(long number) {
    return violation("v-" + number, DAY.plusSeconds(number), "violation number " + number);
  }

  static CaseFile opening() {
    return new CaseFile("fb", new Subject.OfPlatform("facebook"), "Roskomnadzor", DAY);
  }

  static Order order() {
    return new Order(Measure.BLOCK, Set.of(Role.API, Role.FRONT), List.of("facebook"));
  }

  private static Grounds grounds(boolean full) {
    return new Grounds(
        "announced " + AWKWARD,
        "149-FZ",
        full ? Optional.of("27-31-2022/1") : Optional.empty(),
        full ? Optional.of(LocalDate.of(2022, 3, 4)) : Optional.empty(),
        full ? Optional.of(LocalDate.of(2022, 2, 24)) : Optional.empty());
  }

  private static Timetable times(boolean full) {
    return new Timetable(
        DAY,
        DAY,
        DAY.plusMillis(1),
        DAY.plusSeconds(3600),
        full ? Optional.of(DAY.plusSeconds(7200).plusNanos(1)) : Optional.empty(),
        full ? Optional.of("48 hours") : Optional.empty());
  }

  private static RegisterMark mark(boolean full) {
    return new RegisterMark(
        full ? 8 : 1,
        full ? BlockType.DOMAIN_MASK : BlockType.DEFAULT,
        full ? Optional.of(DAY.plusSeconds(5)) : Optional.empty());
  }

  private static Because because() {
    return new Because("rule", List.of("v-1", AWKWARD), List.of(), List.of("d-0"));
  }

  static Decision decision(String id, boolean full) {
    return new Decision(
        id,
        "fb",
        "The Prosecutor General's Office",
        full ? Optional.of("the Ministry") : Optional.empty(),
        grounds(full),
        order(),
        times(full),
        mark(full),
        full ? Optional.of("d-0") : Optional.empty(),
        full ? Optional.of(because()) : Optional.empty());
  }

  static Proposed proposed(String id, boolean full) {
    Proposal proposal =
        new Proposal(
            id,
            "fb",
            "authority",
            full ? Optional.of("the Ministry") : Optional.empty(),
            grounds(full),
            new Order(Measure.THROTTLE, Set.of(Role.CDN), List.of("facebook", "other")),
            Duration.ofDays(2),
            full ? Duration.ofNanos(1) : Duration.ZERO,
            mark(full),
            full ? Optional.of("d-0") : Optional.empty());
    return new Proposed(proposal, because(), DAY);
  }

  /** Every kind at least once, with values that are hard to write. */
  static List<Entry> everyKind() {
    return List.of(
        new OperatorCard(operator(), DAY),
        new OperatorCard(new Operator(AWKWARD, AWKWARD), Instant.MIN),
        new PlatformCard(platform("none"), Instant.MAX),
        new PlatformCard(
            platform(
                "all",
                "example.org",
                "*.example.org",
                ".example.org",
                "xn--e1afmkfd.test",
                "*t.co*",
                "*tube.test",
                "cdn-*",
                "192.0.2.7",
                "192.0.2.0/24",
                "2001:db8::/32",
                "192.0.2.0/24:443",
                "[2001:db8::1]:8000-8100",
                "[2001:db8::/32]:853",
                "*:853",
                "http://example.org/",
                "http://example.org/a*",
                "http://example.org:8080/a?b=%D0%B6*"),
            DAY),
        opening(),
        new CaseFile("op", new Subject.OfOperator("meta"), AWKWARD, DAY.plusNanos(1)),
        violation("plain", DAY, "text"),
        violation(AWKWARD, DAY.plusNanos(123_456_789), AWKWARD),
        violation("empty", Instant.EPOCH, ""),
        violation("long", DAY, "ж😀\"".repeat(300_000)),
        new Violation("r", "p", DAY, "breach", "", "", "source", true),
        new Retraction("plain", DAY, AWKWARD),
        new Demand("dm", "fb", "by", "what", DAY, Optional.empty()),
        new Demand("dm2", "fb", "by", "what", DAY, Optional.of(DAY)),
        new Answer("dm", DemandState.MET, DAY, ""),
        new Answer("dm", DemandState.IGNORED, DAY, AWKWARD),
        proposed("p-1", true),
        proposed("p-2", false),
        new Dismissal("p-1", "who", "why", DAY),
        decision("d-1", true),
        decision("d-2", false),
        new Lifting("d-1", "who", AWKWARD, DAY),
        new CaseClosing("fb", DAY, "done"));
  }
}
