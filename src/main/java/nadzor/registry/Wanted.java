package nadzor.registry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The facets that a query asks for. */
record Wanted(Registry registry, Query query) {
  /** Sets of which a record must have one facet each. */
  List<Set<Facet>> facets() {
    List<Set<Facet>> all = new ArrayList<>();
    query.resource().map(this::platforms).ifPresent(all::add);
    query.platform().map(id -> platform(id).collect(asSet())).ifPresent(all::add);
    add(all, Facet.Kind.CASE, query.caseFile());
    add(all, Facet.Kind.DECISION, query.decision());
    add(all, Facet.Kind.AUTHORITY, query.authority());
    add(all, Facet.Kind.LAW, query.legalBasis());
    return all;
  }

  private static void add(List<Set<Facet>> all, Facet.Kind kind, Optional<String> value) {
    value.ifPresent(text -> all.add(Set.of(new Facet(kind, text))));
  }

  private Set<Facet> platforms(Asked asked) {
    return registry.books().resources.candidates(asked).stream()
        .flatMap(id -> registry.catalogue().platform(id).stream())
        .filter(platform -> platform.resources().stream().anyMatch(asked::isOf))
        .flatMap(platform -> platform(platform.id()))
        .collect(asSet());
  }

  private Stream<Facet> platform(String id) {
    Stream<Facet> operator =
        registry.catalogue().platform(id).stream()
            .map(one -> new Facet(Facet.Kind.OPERATOR, one.operatorId()));
    return Stream.concat(Stream.of(new Facet(Facet.Kind.PLATFORM, id)), operator);
  }

  private static Collector<Facet, ?, Set<Facet>> asSet() {
    return Collectors.toCollection(LinkedHashSet::new);
  }
}
