package nadzor.registry;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a policy made of a journal: which rule fired on which records. Immutable.
 *
 * @param fired in order of time
 * @param waiting the rules that did not fire, with what they lack
 */
public record PolicyReport(List<Fired> fired, List<Derivation.Waiting> waiting) {
  /** Copies the lists. */
  public PolicyReport {
    fired = List.copyOf(fired);
    waiting = List.copyOf(waiting);
  }

  /**
   * One firing.
   *
   * @param due the rule, when, and what it made
   * @param records the records that it rests on, by their places in the journal
   */
  public record Fired(Due due, List<Recorded<?>> records) {
    /** Copies the list. */
    public Fired {
      records = List.copyOf(records);
    }
  }

  /** The report on what {@link Policy#derive} came to. */
  public static PolicyReport of(Derivation derivation) {
    Registry known = derivation.journal().latest();
    return new PolicyReport(
        derivation.firings().stream()
            .map(firing -> new Fired(firing.due(), records(known, firing.due().because())))
            .toList(),
        derivation.waiting());
  }

  /** The records that grounds name, in the order of the journal. */
  public static List<Recorded<?>> records(Registry known, Because because) {
    Books books = known.books();
    long limit = known.limit();
    Stream<Recorded<?>> violations =
        because.violations().stream().flatMap(id -> books.violations.find(id, limit).stream());
    Stream<Recorded<?>> demands =
        because.demands().stream().flatMap(id -> books.demands.find(id, limit).stream());
    Stream<Recorded<?>> decisions =
        because.decisions().stream().flatMap(id -> books.decisions.find(id, limit).stream());
    return Stream.of(violations, demands, decisions)
        .flatMap(some -> some)
        .sorted((a, b) -> Long.compare(a.number(), b.number()))
        .toList();
  }
}
