package nadzor.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import nadzor.blocklist.Matcher;

/** Records of all kinds as chance would have them. */
final class SomeRecords {
  private SomeRecords() {}

  /** Something of any kind that fits, or not. */
  static Entry any(Random random, int i, Registry known, Instant now) {
    return switch (random.nextInt(11)) {
      case 0 -> new CaseFile("case-" + i, Meta.FACEBOOK, "A", now);
      case 1 -> new CaseClosing(any(random, open(known), CaseFile::id), now, "done");
      case 2 -> new Demand("demand-" + i, "fb", "A", "do", now, term(random, now));
      case 3 ->
          new Answer(
              any(random, known.demands(), Demand::id), DemandState.MET, later(random, now), "yes");
      case 4 ->
          new Proposed(
              Meta.proposal("p-" + i, Meta.block("facebook"), Optional.empty()),
              new Because("rule", List.of(), List.of(), List.of()),
              now);
      case 5 -> new Dismissal(pending(random, known), "A", "no", now);
      case 6 -> new Lifting(any(random, known.decisions(), Decision::id), "A", "no", now);
      case 7 -> card(random, now);
      default ->
          decision(random.nextInt(4) == 0 ? pending(random, known) : "d-" + i, random, known, now);
    };
  }

  /** A platform's card is corrected. */
  private static PlatformCard card(Random random, Instant now) {
    List<Resource> resources =
        random
            .ints(1 + random.nextInt(3), 0, 5)
            .distinct()
            .mapToObj(i -> new Resource(Matcher.of("*.site" + i + ".test"), Role.FRONT))
            .toList();
    String id = random.nextBoolean() ? "instagram" : "facebook";
    return new PlatformCard(new Platform(id, "Name " + random.nextInt(2), "meta", resources), now);
  }

  private static Decision decision(String id, Random random, Registry known, Instant now) {
    Instant announced = now.plus(Duration.ofHours(random.nextInt(40)));
    Instant from = announced.plus(Duration.ofHours(random.nextInt(3) * 20L));
    Optional<Instant> until = term(random, from);
    Optional<String> old =
        random.nextInt(3) == 0
            ? Optional.of(any(random, known.decisions(), Decision::id))
            : Optional.empty();
    Order order = random.nextBoolean() ? Meta.throttle() : Meta.block("instagram");
    Timetable times = new Timetable(now, now, announced, from, until, Optional.empty());
    return Meta.decision(id, order, times, old.filter(one -> !one.isEmpty()));
  }

  private static Optional<Instant> term(Random random, Instant from) {
    return Optional.of(from.plus(Duration.ofHours(1 + random.nextInt(90))))
        .filter(end -> random.nextBoolean());
  }

  private static Instant later(Random random, Instant now) {
    return now.minus(Duration.ofHours(random.nextInt(9)));
  }

  /** Those that are open and not needed by others. */
  private static List<CaseFile> open(Registry known) {
    return known.cases().stream()
        .filter(one -> one.id().startsWith("case-") && known.closing(one.id()).isEmpty())
        .toList();
  }

  private static String pending(Random random, Registry known) {
    return any(random, known.proposals(Instant.MAX), one -> one.proposed().entry().about());
  }

  private static <T> String any(Random random, List<T> all, Function<T, String> id) {
    return all.isEmpty() ? "none" : id.apply(all.get(random.nextInt(all.size())));
  }

  /** Whether it was recorded. */
  static boolean record(Journal journal, Entry entry, Instant now) {
    try {
      journal.append(now, "a test", entry);
      return true;
    } catch (RegistryException e) {
      return false; // such as a second lifting: it is not recorded
    }
  }
}
