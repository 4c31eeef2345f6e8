package nadzor.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A kind of thing that is open from one instant to another, by its place among its kind. Reads the
 * books up to the number of a record.
 */
sealed interface Open {
  /** How many there are. */
  int size(Books books, long limit);

  /** From when to when the one in that place is open. */
  Time time(Books books, long limit, int place);

  /** The places of those that the records after a number may have ended, with these records. */
  Stream<End> ends(Books books, long after, long limit);

  /** What was recorded about the thing in a place. */
  record End(int place, long number) {}

  /** From an instant to before another. */
  record Time(Instant from, Optional<Instant> end) {
    boolean has(Instant when) {
      return !from.isAfter(when) && end.filter(at -> !at.isAfter(when)).isEmpty();
    }

    /** Whether both ends have numbers. */
    boolean hasNumbers() {
      return Nanos.has(from) && end.filter(at -> !Nanos.has(at)).isEmpty();
    }
  }

  /** Of records under numbers, those after one of them. */
  private static <R> List<R> fresh(List<R> before, List<R> all) {
    return all.subList(before.size(), all.size());
  }

  private static Optional<Instant> first(Optional<Instant> one, Optional<Instant> other) {
    return Stream.concat(one.stream(), other.stream()).min(Instant::compareTo);
  }

  /** Cases until they are closed. */
  record Cases() implements Open {
    @Override
    public int size(Books books, long limit) {
      return books.cases.upTo(limit).size();
    }

    @Override
    public Time time(Books books, long limit, int place) {
      CaseFile file = books.cases.upTo(limit).get(place).entry();
      return new Time(
          file.opened(),
          books.closings.find(file.id(), limit).map(closing -> closing.entry().closedAt()));
    }

    @Override
    public Stream<End> ends(Books books, long after, long limit) {
      return fresh(books.closings.upTo(after), books.closings.upTo(limit)).stream()
          .flatMap(
              one ->
                  books.cases.find(one.entry().caseId(), limit).stream()
                      .map(file -> new End(size(books, file.number()) - 1, one.number())));
    }
  }

  /** Demands until they are answered, or their term is over. */
  record Demands() implements Open {
    @Override
    public int size(Books books, long limit) {
      return books.demands.upTo(limit).size();
    }

    @Override
    public Time time(Books books, long limit, int place) {
      Demand demand = books.demands.upTo(limit).get(place).entry();
      Optional<Instant> answered =
          books.answers.upTo(demand.id(), limit).stream()
              .map(one -> one.entry().answeredAt())
              .min(Instant::compareTo);
      return new Time(demand.madeAt(), first(demand.until(), answered));
    }

    @Override
    public Stream<End> ends(Books books, long after, long limit) {
      return fresh(books.allAnswers.upTo(after), books.allAnswers.upTo(limit)).stream()
          .flatMap(
              one ->
                  books.demands.find(one.entry().demandId(), limit).stream()
                      .map(demand -> new End(size(books, demand.number()) - 1, one.number())));
    }
  }

  /** Proposals until they are taken or dismissed. */
  record Pending() implements Open {
    @Override
    public int size(Books books, long limit) {
      return books.allProposals.upTo(limit).size();
    }

    @Override
    public Time time(Books books, long limit, int place) {
      Recorded<Proposed> proposed = books.allProposals.upTo(limit).get(place);
      ProposalFile file = new Proposals(books, limit).file(proposed, Instant.MAX);
      return new Time(
          proposed.entry().proposedAt(),
          first(
              file.dismissal().map(one -> one.entry().dismissedAt()),
              file.decision().map(one -> one.entry().timetable().takenAt())));
    }

    @Override
    public Stream<End> ends(Books books, long after, long limit) {
      Stream<Recorded<? extends Entry>> all =
          Stream.concat(
              fresh(books.allDismissals.upTo(after), books.allDismissals.upTo(limit)).stream(),
              fresh(books.decisions.upTo(after), books.decisions.upTo(limit)).stream());
      return all.flatMap(
          one ->
              books.proposals.upTo(one.entry().about(), limit).stream()
                  .map(proposed -> new End(size(books, proposed.number()) - 1, one.number())));
    }
  }
}
