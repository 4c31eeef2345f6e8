package nadzor.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Whether records are what a query asks for. */
final class Check {
  private final Registry registry;
  private final Query query;
  private final Instant at;
  private final Set<String> words;
  private final Collection<Set<Facet>> facets;

  Check(Registry registry, Query query, Instant at) {
    this.registry = registry;
    this.query = query;
    this.at = at;
    this.words = Words.of(query.words());
    this.facets = new Wanted(registry, query).facets();
  }

  boolean passes(Recorded<?> record) {
    Entry entry = record.entry();
    return inTime(entry.happenedAt())
        && (query.kinds().isEmpty() || query.kinds().contains(entry.kind()))
        && (facets.isEmpty() || hasFacets(entry))
        && (words.isEmpty() || new Words(record.by(), entry).have(words));
  }

  private boolean inTime(Instant happened) {
    return !happened.isAfter(at)
        && query.from().filter(happened::isBefore).isEmpty()
        && query.until().filter(end -> !happened.isBefore(end)).isEmpty();
  }

  private boolean hasFacets(Entry entry) {
    Set<Facet> its = Facets.of(registry.books(), entry);
    return facets.stream().allMatch(some -> some.stream().anyMatch(its::contains));
  }
}
