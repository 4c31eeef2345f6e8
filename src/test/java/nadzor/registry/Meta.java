package nadzor.registry;

import static nadzor.registry.Role.API;
import static nadzor.registry.Role.CDN;
import static nadzor.registry.Role.FRONT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;

/** The story of February and March 2022 as tests use it. */
final class Meta {
  static final String PROSECUTORS = "The Prosecutor General's Office";
  static final String LAW_272 = "272-FZ of 28 December 2012, article 3.3";
  static final String LAW_149 = "149-FZ of 27 July 2006, article 15.3";
  static final Subject FACEBOOK = new Subject.OfPlatform("facebook");
  static final Subject OPERATOR = new Subject.OfOperator("meta");
  static final Instant THROTTLED = moscow("2022-02-25T19:00");
  static final Instant BLOCKED = moscow("2022-03-04T19:00");
  static final Instant INSTAGRAM_ANNOUNCED = moscow("2022-03-11T17:00");
  static final Instant INSTAGRAM_BLOCKED = moscow("2022-03-14T00:00");

  private Meta() {}

  /** A local time in Moscow, as {@code 2022-03-14T00:00}. */
  static Instant moscow(String local) {
    return LocalDateTime.parse(local).atZone(MoscowTime.ZONE).toInstant();
  }

  static Catalogue catalogue() {
    return new Catalogue(
        List.of(new Operator("meta", "Meta"), new Operator("other", "Other")),
        List.of(
            new Platform(
                "facebook",
                "Facebook",
                "meta",
                List.of(
                    resource(".facebook.com", FRONT),
                    resource("*.fbcdn.net", CDN),
                    resource("graph.facebook.com", API))),
            new Platform(
                "instagram",
                "Instagram",
                "meta",
                List.of(resource(".instagram.com", FRONT), resource(".cdninstagram.com", CDN))),
            new Platform("example", "Example", "other", List.of(resource("example.org", FRONT)))));
  }

  private static Resource resource(String matcher, Role role) {
    return new Resource(Matcher.of(matcher), role);
  }

  static List<Entry> cases() {
    return List.of(
        new CaseFile("fb", FACEBOOK, "Roskomnadzor", moscow("2020-10-01T00:00")),
        new CaseFile("meta", OPERATOR, PROSECUTORS, moscow("2022-02-24T00:00")));
  }

  /** The 26: 19 reconstructed, four of 24 February, three more until 4 March. */
  static List<Violation> violations() {
    List<Violation> all = new ArrayList<>();
    for (int i = 1; i <= 19; i++) {
      LocalDate date = LocalDate.of(2020, 10, 1).plusDays(26L * (i - 1));
      all.add(violation(i, date, "restriction of a medium, known as one of a total", true));
    }
    LocalDate day = LocalDate.of(2022, 2, 24);
    String[] media = {"Zvezda TV", "RIA Novosti", "Lenta.ru", "Gazeta.ru"};
    for (int i = 0; i < media.length; i++) {
      all.add(violation(20 + i, day, "account of " + media[i] + " restricted", false));
    }
    all.add(violation(24, LocalDate.of(2022, 2, 28), "one of a total", true));
    all.add(violation(25, LocalDate.of(2022, 3, 2), "one of a total", true));
    all.add(violation(26, LocalDate.of(2022, 3, 4), "one of a total", true));
    return all;
  }

  static Violation violation(int number, LocalDate date, String text, boolean reconstructed) {
    return new Violation(
        "fb-" + number,
        "facebook",
        MoscowTime.startOf(date),
        "discrimination of media",
        LAW_272,
        text,
        "press release",
        reconstructed);
  }

  static Demand demand() {
    return new Demand(
        "demand-0224",
        "fb",
        "Roskomnadzor",
        "lift the restrictions of the accounts and explain them",
        moscow("2022-02-24T18:00"),
        Optional.of(moscow("2022-02-25T00:00")));
  }

  /** Cases, violations and the demand; without the violations of these ids. */
  static List<Entry> given(String... without) {
    List<Entry> all = new ArrayList<>(cases());
    violations().stream().filter(one -> !List.of(without).contains(one.id())).forEach(all::add);
    all.add(demand());
    return all;
  }

  static Grounds grounds() {
    return new Grounds(
        LAW_272,
        LAW_149,
        Optional.empty(),
        Optional.of(LocalDate.of(2022, 2, 25)),
        Optional.of(LocalDate.of(2022, 2, 24)));
  }

  static RegisterMark mark() {
    return new RegisterMark(3, BlockType.DOMAIN, Optional.empty());
  }

  static Order throttle() {
    return new Order(Measure.THROTTLE, Set.of(CDN), List.of("facebook"));
  }

  static Order block(String platform) {
    return new Order(Measure.BLOCK, Set.of(Role.values()), List.of(platform));
  }

  static Policy policy() {
    return new Policy(
        List.of(
            rule(
                "partial",
                List.of(new Condition.Violations(23), new Condition.DemandIgnored("demand-0224")),
                proposal("fb-partial", throttle(), Optional.empty())),
            rule(
                "full",
                List.of(new Condition.Violations(26), new Condition.InForce("fb-partial")),
                proposal("fb-full", block("facebook"), Optional.of("fb-partial")))));
  }

  static PolicyRule rule(String id, List<Condition> conditions, Proposal proposal) {
    return new PolicyRule(
        id,
        FACEBOOK,
        conditions,
        Duration.ZERO,
        Optional.of(TimeOfDay.inMoscow(LocalTime.of(19, 0))),
        proposal);
  }

  static Proposal proposal(String id, Order order, Optional<String> supersedes) {
    return new Proposal(
        id,
        "fb",
        PROSECUTORS,
        Optional.of("the Ministry of Foreign Affairs"),
        grounds(),
        order,
        Duration.ZERO,
        Duration.ZERO,
        mark(),
        supersedes);
  }

  /** A decision without policy, in the operator's case. */
  static Decision decision(String id, Order order, Timetable times, Optional<String> supersedes) {
    return new Decision(
        id,
        "meta",
        PROSECUTORS,
        Optional.empty(),
        new Grounds(LAW_149, LAW_149, Optional.of("1/2022"), Optional.empty(), Optional.empty()),
        order,
        times,
        mark(),
        supersedes,
        Optional.empty());
  }

  static Timetable times(String proposed, String taken, String announced, String inForce) {
    return new Timetable(
        moscow(proposed),
        moscow(taken),
        moscow(announced),
        moscow(inForce),
        Optional.empty(),
        Optional.empty());
  }

  static Decision instagram() {
    Instant day = moscow("2022-03-11T12:00");
    return decision(
        "ig-full",
        block("instagram"),
        new Timetable(
            day,
            day,
            INSTAGRAM_ANNOUNCED,
            INSTAGRAM_BLOCKED,
            Optional.empty(),
            Optional.of("48 hours")),
        Optional.empty());
  }

  /** The whole story, decisions derived. */
  static Derivation story() {
    List<Entry> all = given();
    all.add(instagram());
    all.add(
        new Violation(
            "ig-1",
            "instagram",
            moscow("2022-03-11T00:00"),
            "calls for violence",
            LAW_149,
            "posts that call for violence are allowed",
            "press release",
            false));
    return policy().derive(catalogue(), all);
  }
}
