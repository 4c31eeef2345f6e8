package nadzor.registry;

import java.time.Instant;

/**
 * How much there is, and how much of it is open or in force at an instant. Immutable.
 *
 * @param operators that are known
 * @param platforms that are known
 * @param openCases cases that go on
 * @param openDemands demands that are neither met nor ignored
 * @param openProposals proposals that are neither taken nor dismissed
 * @param inForce decisions in force
 * @param registerEntries entries that these make
 */
public record Tally(
    int operators,
    int platforms,
    int openCases,
    int openDemands,
    int openProposals,
    int inForce,
    int registerEntries) {
  /** Counts what a registry knows, as it is at that instant; a look at two numbers for each. */
  public static Tally of(Registry registry, Instant at) {
    Books books = registry.books();
    long limit = registry.limit();
    Spells.Force force = books.spells.count(registry, at);
    return new Tally(
        registry.catalogue().operatorCount(),
        registry.catalogue().platformCount(),
        books.openCases.count(books, limit, at),
        books.openDemands.count(books, limit, at),
        books.openProposals.count(books, limit, at),
        force.decisions(),
        force.entries());
  }
}
