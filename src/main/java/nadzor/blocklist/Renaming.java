package nadzor.blocklist;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * That what one list held is now held by one of another name: mostly the same file, called
 * otherwise. Immutable; ordered by names.
 *
 * @param from the list in the former version
 * @param to the list in the later one
 */
public record Renaming(String from, String to) implements Comparable<Renaming> {
  /** Of a change whose reasons differ by the name of one list alone; else empty. */
  static Optional<Renaming> of(RuleChange change) {
    Set<Reason> gone = unlike(change.before(), change.after());
    Set<Reason> come = unlike(change.after(), change.before());
    if (gone.size() != 1 || come.size() != 1) {
      return Optional.empty();
    }
    Reason was = gone.iterator().next();
    Reason is = come.iterator().next();
    Optional<String> former = list(was);
    Optional<String> later = list(is);
    boolean alike = was.getClass().equals(is.getClass());
    return alike && former.isPresent() && later.isPresent()
        ? Optional.of(new Renaming(former.get(), later.get()))
        : Optional.empty();
  }

  /** What a reason of the former version is in the later one; that of another list is itself. */
  Reason of(Reason former) {
    if (former instanceof Reason.OfException exception) {
      return exception.file().equals(from) ? new Reason.OfException(to, exception.line()) : former;
    }
    return former instanceof Reason.OfList list && list.file().equals(from)
        ? new Reason.OfList(to, list.line())
        : former;
  }

  /** The reasons that only the one has; where they stand in a list does not count. */
  private static Set<Reason> unlike(List<Reason> one, List<Reason> other) {
    Set<Reason> left = new HashSet<>();
    one.forEach(reason -> left.add(DiffWalk.withoutLine(reason)));
    other.forEach(reason -> left.remove(DiffWalk.withoutLine(reason)));
    return left;
  }

  private static Optional<String> list(Reason reason) {
    if (reason instanceof Reason.OfException exception) {
      return Optional.of(exception.file());
    }
    return reason instanceof Reason.OfList list ? Optional.of(list.file()) : Optional.empty();
  }

  @Override
  public int compareTo(Renaming other) {
    int former = from.compareTo(other.from);
    return former != 0 ? former : to.compareTo(other.to);
  }
}
