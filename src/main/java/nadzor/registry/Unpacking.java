package nadzor.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Makes the entries anew that {@link Packing} wrote down.
 *
 * @param about the id that it is about
 * @param happened when it happened
 */
record Unpacking(PackReader in, String about, Instant happened) {
  Entry entry(EntryKind kind) {
    return switch (kind) {
      case VIOLATION -> violation();
      case DECISION -> decision();
      case DEMAND -> demand();
      case LIFTING -> new Lifting(about, in.word(), in.word(), happened);
      case RETRACTION -> new Retraction(about, happened, in.word());
      default -> throw new IllegalArgumentException("no " + kind.word() + " is packed");
    };
  }

  private Violation violation() {
    String platform = in.word();
    String breach = in.word();
    String basis = in.word();
    String description = in.text();
    String source = in.word();
    return new Violation(
        about, platform, happened, breach, basis, description, source, in.octet() == 1);
  }

  private Demand demand() {
    String caseId = in.word();
    String by = in.word();
    String what = in.word();
    return new Demand(about, caseId, by, what, happened, in.optional(this::instant));
  }

  private Decision decision() {
    Order order = in.value(Order.class);
    RegisterMark mark = in.value(RegisterMark.class);
    String caseId = in.word();
    String authority = in.word();
    Grounds grounds = grounds();
    Optional<String> agreed = in.optional(in::word);
    Timetable times = times();
    Optional<String> supersedes = in.optional(in::text);
    return new Decision(
        about,
        caseId,
        authority,
        agreed,
        grounds,
        order,
        times,
        mark,
        supersedes,
        Optional.empty());
  }

  /** Parts of the decision of that id. */
  static Glance glance(PackReader in, String id) {
    int order = (int) in.number();
    in.skipNumber();
    return new Glance(id, in.skipWord(), in.skipWord(), in.skipWord(), in.skipWord(), order);
  }

  private Grounds grounds() {
    return new Grounds(
        in.word(),
        in.word(),
        in.optional(in::text),
        in.optional(() -> LocalDate.ofEpochDay(in.signed())),
        in.optional(() -> LocalDate.ofEpochDay(in.signed())));
  }

  private Timetable times() {
    return new Timetable(
        happened,
        instant(),
        instant(),
        instant(),
        in.optional(this::instant),
        in.optional(in::word));
  }

  private Instant instant() {
    return in.instant(happened);
  }
}
