package nadzor.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The shortest list of records, of those that the index has, in which all of a query are. */
record Candidates(Registry registry) {
  Numbers of(Query query) {
    List<Numbers> lists = new ArrayList<>();
    lists.add(period(query));
    query.decision().map(this::about).ifPresent(lists::add);
    for (Set<Facet> some : new Wanted(registry, query).facets()) {
      if (some.stream().noneMatch(facet -> facet.kind() == Facet.Kind.DECISION)) {
        lists.add(new Numbers.Of(some.stream().map(terms()::facet).toList()));
      }
    }
    if (!query.kinds().isEmpty()) {
      lists.add(
          new Numbers.Of(
              query.kinds().stream().map(kind -> terms().facet(Facet.of(kind))).toList()));
    }
    Words.of(query.words()).forEach(word -> lists.add(new Numbers.Of(List.of(terms().word(word)))));
    return lists.stream().min(Comparator.comparingInt(Numbers::count)).orElseThrow();
  }

  private TermIndex terms() {
    return registry.books().terms;
  }

  /** What happened since an instant was recorded since then. */
  private Numbers period(Query query) {
    Instant from = query.from().orElse(Instant.MIN);
    List<Recorded<?>> entries = registry.entries();
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries.get(middle).at().isBefore(from)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return new Numbers.All(low + 1L, entries.size() - low);
  }

  private Numbers about(String decision) {
    Books books = registry.books();
    long limit = registry.limit();
    Stream<List<? extends Recorded<?>>> lists =
        Stream.of(
            books.proposals.upTo(decision, limit),
            books.dismissals.upTo(decision, limit),
            books.decisions.find(decision, limit).stream().toList(),
            books.liftings.find(decision, limit).stream().toList(),
            books.successors.upTo(decision, limit),
            liftingsOfSuccessors(decision));
    return new Numbers.These(
        lists
            .flatMap(List::stream)
            .map(record -> (int) record.number())
            .sorted()
            .distinct()
            .toList());
  }

  private List<Recorded<Lifting>> liftingsOfSuccessors(String decision) {
    Books books = registry.books();
    return books.successors.upTo(decision, registry.limit()).stream()
        .flatMap(next -> books.liftings.find(next.entry().id(), registry.limit()).stream())
        .toList();
  }
}
