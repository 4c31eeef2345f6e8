package nadzor.cli.list;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import nadzor.blocklist.Reason;
import nadzor.blocklist.lint.Validity;
import nadzor.exchange.Heading;
import nadzor.exchange.ListItem;
import nadzor.exchange.Lists;
import nadzor.exchange.Reading;
import nadzor.exchange.Receiver;
import nadzor.exchange.RegisterContent;
import nadzor.exchange.Remark;
import nadzor.office.lists.ListIntake;

/**
 * When the decisions hold that a list names: from their time of inclusion on, and as long as a
 * register still has them. Listens while the list is read; used by one thread.
 */
final class RegisterValidity implements Consumer<ListItem>, Function<Reason, Validity> {
  private static final ZoneOffset MOSCOW = ZoneOffset.ofHours(3);

  /** What a register holds, as of when. */
  record Held(Set<String> records, Instant asOf) {
    boolean has(RegisterContent content) {
      return keys(content).stream().anyMatch(records::contains);
    }
  }

  private final Optional<Held> register;
  private final Map<Reason, Validity> known = new HashMap<>();

  RegisterValidity(Optional<Held> register) {
    this.register = register;
  }

  /**
   * Reads a register in any format that names decisions.
   *
   * @throws IllegalArgumentException if it names none
   */
  static Held held(Path file, Instant now) throws IOException {
    Gathering all = new Gathering(now);
    var unused = Lists.read(file, Reading.USUAL, all);
    if (all.records.isEmpty()) {
      throw new IllegalArgumentException(
          "--register: found " + file + " without decisions, expected a register (XML, CSV)");
    }
    return new Held(Set.copyOf(all.records), all.asOf);
  }

  /** What tells records apart: the number, where there is one, and the decision. */
  private static Set<String> keys(RegisterContent content) {
    Set<String> keys = new HashSet<>();
    content.id().ifPresent(id -> keys.add("id " + id));
    if (keys.isEmpty()) {
      String org = content.org().orElse("");
      content.number().ifPresent(n -> keys.add(org + " " + n + " " + content.date().orElse("")));
    }
    return keys;
  }

  @Override
  public void accept(ListItem item) {
    if (item.details() instanceof RegisterContent content) {
      Optional<Instant> from = content.includeTime().flatMap(RegisterValidity::moscow);
      boolean gone = !keys(content).isEmpty() && register.filter(r -> !r.has(content)).isPresent();
      Optional<Instant> until = gone ? register.map(Held::asOf) : Optional.empty();
      if (from.isPresent() || until.isPresent()) {
        known.put(ListIntake.reason(item), new Validity(from, until));
      }
    }
  }

  private static Optional<Instant> moscow(String local) {
    try {
      return Optional.of(LocalDateTime.parse(local).toInstant(MOSCOW));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public Validity apply(Reason reason) {
    return known.getOrDefault(reason, Validity.ALWAYS);
  }

  /** Takes the records of a register. */
  private static final class Gathering implements Receiver {
    private final Set<String> records = new HashSet<>();
    private Instant asOf;

    Gathering(Instant now) {
      asOf = now;
    }

    @Override
    public void heading(Heading heading) {
      try {
        Instant told = OffsetDateTime.parse(heading.value("updateTime").orElse("")).toInstant();
        asOf = told.isBefore(asOf) ? told : asOf;
      } catch (DateTimeParseException e) {
        // It does not say: as of now.
      }
    }

    @Override
    public void item(ListItem item) {
      if (item.details() instanceof RegisterContent content) {
        records.addAll(keys(content));
      }
    }

    @Override
    public void remark(Remark remark) {
      // What cannot be used is no record.
    }
  }
}
