package nadzor.registry;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nadzor.blocklist.Rule;

/**
 * Entries of the register as a registry knows them: eight octets an entry, whatever rules follow
 * from them. Immutable, thread-safe.
 *
 * @param registry what tells of them
 * @param numbers which they are
 */
public record OrderedEntries(Registry registry, EntryNumbers numbers) {
  /** The rules that follow from the entries, in order, each made when it is reached. */
  public Stream<Rule> rules() {
    return numbers.entries(registry).stream().flatMap(entry -> RegisterRules.of(entry).stream());
  }

  /**
   * What rules come and go from others to these. Costs a look at all numbers, and the making of the
   * rules of those decisions alone that the two do not share.
   *
   * @param most of how many decisions at most
   * @return empty where it is more, or where the two are of journals that have nothing in common
   */
  public Optional<RuleDelta> since(OrderedEntries before, int most) {
    Books books = registry.books();
    long shared =
        Math.min(
            books.sharedWith(before.registry.books()),
            Math.min(registry.limit(), before.registry.limit()));
    if (shared == 0 && registry.limit() > 0 && before.registry.limit() > 0) {
      return Optional.empty();
    }
    Set<Integer> rows = new TreeSet<>();
    boolean few =
        addCards(registry, shared, rows, most)
            && addCards(before.registry, shared, rows, most)
            && addOthers(before, books.decisions.upTo(shared).size(), rows, most);
    return few ? Optional.of(delta(before, rows)) : Optional.empty();
  }

  /** The decisions on platforms of which a card came after that record. */
  private static boolean addCards(Registry known, long shared, Set<Integer> rows, int most) {
    Books books = known.books();
    List<Recorded<PlatformCard>> cards = books.allPlatforms.upTo(known.limit());
    List<Recorded<PlatformCard>> fresh =
        cards.subList(books.allPlatforms.upTo(shared).size(), cards.size());
    for (Recorded<PlatformCard> card : fresh) {
      for (Recorded<Decision> on : books.decisionsOn.upTo(card.about(), known.limit())) {
        rows.add(books.decisions.upTo(on.number()).size() - 1);
      }
      if (rows.size() > most) {
        return false;
      }
    }
    return true;
  }

  /** The decisions of which one of the two has an entry that the other has not. */
  private boolean addOthers(OrderedEntries before, int sharedRows, Set<Integer> rows, int most) {
    int i = 0;
    int j = 0;
    int olds = before.numbers.size();
    while ((i < olds || j < numbers.size()) && rows.size() <= most) {
      long gone = i < olds ? before.numbers.code(i) : Long.MAX_VALUE;
      long come = j < numbers.size() ? numbers.code(j) : Long.MAX_VALUE;
      int row = RegisterRows.row(Math.min(gone, come));
      if (gone != come || row >= sharedRows) {
        rows.add(row);
      }
      i += gone <= come ? 1 : 0;
      j += come <= gone ? 1 : 0;
    }
    return rows.size() <= most;
  }

  private RuleDelta delta(OrderedEntries before, Collection<Integer> rows) {
    Set<Rule> was = new LinkedHashSet<>();
    Set<Rule> is = new LinkedHashSet<>();
    for (int row : rows) {
      was.addAll(before.rulesOf(row));
      is.addAll(rulesOf(row));
    }
    return RuleDelta.between(was, is);
  }

  /** Of one decision no two rules are the same rule of another. */
  private List<Rule> rulesOf(int row) {
    return new RegisterRows(registry, numbers.of(row))
        .stream().flatMap(entry -> RegisterRules.of(entry).stream()).toList();
  }
}
