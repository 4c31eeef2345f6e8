package nadzor.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Finds records that a registry knows. Reads the shortest list of the index that a condition leads
 * to, and checks each record of it; a query that only a period or several kinds narrow reads the
 * records one by one. Immutable, thread-safe.
 */
public final class Lookup {
  private static final int MOST = 1000;
  private static final int PART = 5000;

  private final Registry registry;
  private final Candidates candidates;

  /**
   * Looks at what that registry knows, so that {@code known} is the registry's instant. Indexes the
   * records that no look-up has met before: the first one after a start takes some seconds for a
   * million records, any other next to nothing.
   */
  public Lookup(Registry registry) {
    registry.books().terms.catchUp(registry.books(), registry.limit());
    this.registry = registry;
    this.candidates = new Candidates(registry);
  }

  /**
   * Indexes what a registry knows, some records at a time, so that a look-up that comes meanwhile
   * waits for no more than it needs, and nobody who records waits at all.
   *
   * @param goesOn asked before each part; ends it where it says no
   */
  public static void prepare(Registry registry, BooleanSupplier goesOn) {
    Books books = registry.books();
    books.violationRows.prepare(books, registry.limit());
    for (long limit = PART;
        limit - PART < registry.limit() && goesOn.getAsBoolean();
        limit += PART) {
      books.terms.catchUp(books, Math.min(limit, registry.limit()));
    }
  }

  /** Whether nothing that the registry knows is still to be indexed. */
  public static boolean isPrepared(Registry registry) {
    return registry.books().terms.hasIndexed(registry.limit());
  }

  /**
   * The records that the query asks for.
   *
   * @param at only what had happened by then; {@link Instant#MAX} for all
   * @param after the cursor of the page before; empty for the first page
   * @param most how many records at most, 1 to 1000
   * @throws RegistryException for another {@code most}
   */
  public Page find(Query query, Instant at, OptionalLong after, int most) {
    if (most < 1 || most > MOST) {
      throw new RegistryException("look-up", most + " records a page", "1 to " + MOST);
    }
    Check check = new Check(registry, query, at);
    List<Recorded<?>> found = new ArrayList<>();
    candidates
        .of(query)
        .visit(
            registry.limit(),
            new Numbers.Walk(after.orElse(0), query.newestFirst()),
            number -> take(registry.entries().get(number - 1), check, found, most));
    boolean more = found.size() > most;
    List<Recorded<?>> page = more ? found.subList(0, most) : found;
    OptionalLong next = more ? OptionalLong.of(page.get(most - 1).number()) : OptionalLong.empty();
    return new Page(page, next);
  }

  /**
   * All records of these kinds that have all words of a text, in order.
   *
   * @param kinds at least one
   */
  public List<Recorded<?>> having(String text, Set<EntryKind> kinds) {
    Query query = Query.ALL.of(kinds.size() == EntryKind.values().length ? Set.of() : kinds, text);
    Check check = new Check(registry, query, Instant.MAX);
    List<Recorded<?>> found = new ArrayList<>();
    candidates
        .of(query)
        .visit(
            registry.limit(),
            new Numbers.Walk(0, false),
            number -> take(registry.entries().get(number - 1), check, found, Integer.MAX_VALUE));
    return found;
  }

  /** Takes it if it passes; goes on until there is one more than asked for. */
  private static boolean take(Recorded<?> record, Check check, List<Recorded<?>> found, int most) {
    if (check.passes(record)) {
      found.add(record);
    }
    return found.size() <= most;
  }
}
