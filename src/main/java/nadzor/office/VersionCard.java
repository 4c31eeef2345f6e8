package nadzor.office;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Rule;
import nadzor.registry.RuleDelta;
import nadzor.store.Head;

/** A blocklist version as it was compiled. Immutable, thread-safe. */
public final class VersionCard {
  private final Blocklist list;
  private final Optional<Ordered> ordered;
  private final Made made;

  /**
   * When it was made.
   *
   * @param at the calendar's instant
   * @param wall real time
   * @param took how long it took
   */
  record Made(Instant at, Instant wall, Duration took) {}

  /**
   * A version.
   *
   * @param list the compiled list
   * @param ordered what it was compiled from, unless that is of a journal that is gone
   */
  VersionCard(Blocklist list, Optional<Ordered> ordered, Made made) {
    this.list = list;
    this.ordered = ordered;
    this.made = made;
  }

  /** The compiled list. */
  public Blocklist list() {
    return list;
  }

  /** How many rules it has. */
  public int size() {
    return list.size();
  }

  /** Its rules, each once, in the order of the register as long as its journal is there. */
  public Stream<Rule> rules() {
    return ordered.map(one -> one.rules().distinct()).orElseGet(() -> list.rules().stream());
  }

  /** The calendar's instant at which it was compiled. */
  public Instant at() {
    return made.at();
  }

  /** The same in real time. */
  public Instant wall() {
    return made.wall();
  }

  /** How long that took. */
  public Duration took() {
    return made.took();
  }

  /** Whether its order is of the first so many records. */
  boolean isKnownBy(long limit) {
    return ordered.filter(one -> one.entries().registry().limit() <= limit).isPresent();
  }

  /**
   * Keeps it in a file, if its journal is there.
   *
   * @throws IOException if it cannot be written
   */
  void keep(Path file, Head head) throws IOException {
    if (ordered.isPresent()) {
      Ordered of = ordered.get();
      new KeptVersion(file, of.canary()).write(head, list, of.entries());
    }
  }

  /** How many entries of a register it keeps in mind. */
  int entries() {
    return ordered.map(one -> one.entries().numbers().size()).orElse(0);
  }

  /** The same version, known as what is ordered. */
  VersionCard as(Ordered same) {
    return new VersionCard(list, Optional.of(same), made);
  }

  /** The same without its journal. */
  VersionCard alone() {
    return new VersionCard(list, Optional.empty(), made);
  }

  /** What rules come and go from this to what is ordered. */
  RuleDelta changeTo(Ordered wanted) {
    return near(wanted, Integer.MAX_VALUE).orElseGet(() -> byRules(wanted));
  }

  /** The same, if that are the rules of so many decisions at most, and both are of one journal. */
  Optional<RuleDelta> near(Ordered wanted, int most) {
    return ordered.flatMap(before -> wanted.since(before, most));
  }

  private RuleDelta byRules(Ordered wanted) {
    Set<Rule> before = new LinkedHashSet<>(list.rules());
    Set<Rule> after = wanted.rules().collect(Collectors.toCollection(LinkedHashSet::new));
    return RuleDelta.between(before, after);
  }
}
