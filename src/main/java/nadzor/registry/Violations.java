package nadzor.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Violations by what is asked of them, in the order of the journal; a look at four numbers for
 * each, however many there are. Immutable, thread-safe.
 */
public record Violations(Registry registry) {
  /**
   * What is asked; what is empty does not matter.
   *
   * @param breach of this kind
   * @param law that cite this law
   * @param from that happened then or later
   * @param to that happened then or earlier
   * @param retracted whether those that were retracted count
   */
  public record Like(
      Optional<String> breach,
      Optional<String> law,
      Optional<Instant> from,
      Optional<Instant> to,
      boolean retracted) {}

  /** Those like that. */
  public Found<Violation> like(Like wanted) {
    return new Found<>(all(), registry.books().violationRows.like(registry, wanted));
  }

  /** Those by any of these platforms. */
  public Found<Violation> by(Collection<String> platformIds) {
    return Found.of(all(), registry.recordedViolations(platformIds));
  }

  /** Those that have all words of a text. */
  public Found<Violation> having(String text) {
    return Found.of(all(), new Lookup(registry).having(text, EnumSet.of(EntryKind.VIOLATION)));
  }

  private List<Recorded<Violation>> all() {
    return registry.books().violations.upTo(registry.limit());
  }
}
