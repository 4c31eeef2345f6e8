package nadzor.registry;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The records of one case: those in it, and violations by the platforms that it reaches. */
record CaseRecords(Registry registry, CaseFile file) {
  List<Recorded<?>> all() {
    return Stream.of(opening(), violations(), demands(), proposals(), decisions())
        .flatMap(one -> one)
        .sorted(Comparator.comparingLong(Recorded::number))
        .distinct()
        .toList();
  }

  private Books books() {
    return registry.books();
  }

  private long limit() {
    return registry.limit();
  }

  private Stream<Recorded<?>> opening() {
    return Stream.concat(
        books().cases.find(file.id(), limit()).stream(),
        books().closings.find(file.id(), limit()).stream());
  }

  private Stream<Recorded<?>> violations() {
    return registry.recordedViolations(registry.idsReached(file.subject())).stream()
        .flatMap(
            one ->
                Stream.concat(
                    Stream.of(one), books().retractions.find(one.entry().id(), limit()).stream()));
  }

  private Stream<Recorded<?>> demands() {
    return books().demandsIn.upTo(file.id(), limit()).stream()
        .flatMap(
            one ->
                Stream.concat(
                    Stream.of(one), books().answers.upTo(one.entry().id(), limit()).stream()));
  }

  private Stream<Recorded<?>> proposals() {
    return books().proposalsIn.upTo(file.id(), limit()).stream()
        .flatMap(
            one ->
                Stream.concat(
                    Stream.of(one),
                    books().dismissals.upTo(one.entry().about(), limit()).stream()));
  }

  private Stream<Recorded<?>> decisions() {
    return books().decisionsIn.upTo(file.id(), limit()).stream()
        .flatMap(
            one ->
                Stream.concat(
                    Stream.of(one), books().liftings.find(one.entry().id(), limit()).stream()));
  }
}
