package nadzor.bench;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.registry.BlockType;
import nadzor.registry.CaseFile;
import nadzor.registry.Decision;
import nadzor.registry.Demand;
import nadzor.registry.Entry;
import nadzor.registry.Grounds;
import nadzor.registry.Lifting;
import nadzor.registry.Operator;
import nadzor.registry.OperatorCard;
import nadzor.registry.Order;
import nadzor.registry.Platform;
import nadzor.registry.PlatformCard;
import nadzor.registry.RegisterMark;
import nadzor.registry.Resource;
import nadzor.registry.Retraction;
import nadzor.registry.Role;
import nadzor.registry.Subject;
import nadzor.registry.Timetable;
import nadzor.registry.Violation;

/**
 * Made-up records of a large registry. In a million: 2,000 operators, 30,000 platforms of three
 * resources each, 30,000 cases, 518,000 violations, 60,000 demands, 300,000 decisions, 50,000
 * liftings, 10,000 retractions. Every text is a new object, as read from a store.
 */
final class ManyRecords {
  private static final Instant START = Instant.parse("2022-01-01T00:00:00Z");
  private static final String[] KINDS = {"discrimination of media", "calls for violence", "fakes"};

  private final int thousandths;

  ManyRecords(int records) {
    this.thousandths = records / 1000;
  }

  int platforms() {
    return 30 * thousandths;
  }

  /** The record of that place, from 0. */
  Entry entry(int place) {
    int at = place;
    int[] sizes = {2, 30, 30, 518, 60, 300, 50, 10};
    int kind = 0;
    while (at >= sizes[kind] * thousandths) {
      at -= sizes[kind] * thousandths;
      kind++;
    }
    return entry(kind, at, at(place));
  }

  /** When it is recorded. */
  static Instant at(int place) {
    return START.plusSeconds(60L * place);
  }

  private Entry entry(int kind, int i, Instant at) {
    return switch (kind) {
      case 0 -> new OperatorCard(new Operator("operator-" + i, "Operator " + i), at);
      case 1 -> new PlatformCard(platform(i), at);
      case 2 -> new CaseFile("case-" + i, onPlatform(i), text("Roskomnadzor"), at);
      case 3 -> violation(i, at);
      case 4 -> demand(i, at);
      case 5 -> decision(i, at);
      case 6 -> new Lifting("decision-" + i * 5, text("Roskomnadzor"), "term " + i % 50, at);
      default -> new Retraction("violation-" + i * 7, at, "recorded twice");
    };
  }

  /** A text of its own, as a store reads it: nothing is shared before the registry does so. */
  private static String text(String same) {
    return new String(same.toCharArray());
  }

  private static Subject onPlatform(int i) {
    return new Subject.OfPlatform("platform-" + i);
  }

  private Platform platform(int i) {
    String host = "site" + i + ".test";
    return new Platform(
        "platform-" + i,
        "Platform " + i,
        "operator-" + i % (2 * thousandths),
        List.of(
            new Resource(Matcher.of("." + host), Role.FRONT),
            new Resource(Matcher.of("*.cdn" + host), Role.CDN),
            new Resource(Matcher.of("api" + host), Role.API)));
  }

  private Violation violation(int i, Instant at) {
    return new Violation(
        "violation-" + i,
        "platform-" + i * 31L % platforms(),
        at,
        text(KINDS[i % KINDS.length]),
        text("272-FZ of 28 December 2012, article 3.3"),
        "account " + i * 7919L % 100_003 + " of a medium was restricted for " + i % 90 + " days",
        text("press release"),
        i % 10 == 0);
  }

  private Demand demand(int i, Instant at) {
    return new Demand(
        "demand-" + i,
        "case-" + i % platforms(),
        text("Roskomnadzor"),
        text("lift the restriction and explain it"),
        at,
        Optional.of(at.plusSeconds(86_400)));
  }

  private Decision decision(int i, Instant at) {
    int platform = i % platforms();
    Measure measure = i % 3 == 0 ? Measure.THROTTLE : Measure.BLOCK;
    Role role = List.of(Role.values()).get(i % 3);
    return new Decision(
        "decision-" + i,
        "case-" + platform,
        text("The Prosecutor General's Office"),
        i % 4 == 0 ? Optional.of(text("the Ministry of Foreign Affairs")) : Optional.empty(),
        new Grounds(
            text("272-FZ of 28 December 2012, article 3.3"),
            text("149-FZ of 27 July 2006, article 15.3"),
            Optional.of("27-31-" + i % 1000 + "/2022"),
            Optional.empty(),
            Optional.empty()),
        new Order(measure, Set.of(role), List.of("platform-" + platform)),
        new Timetable(at, at, at, at.plusSeconds(3600), Optional.empty(), Optional.empty()),
        new RegisterMark(3, BlockType.DOMAIN, Optional.empty()),
        Optional.empty(),
        Optional.empty());
  }
}
