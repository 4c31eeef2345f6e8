package nadzor.registry;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All records by kind, id and what they are about; only ever appended to. One thread adds, any
 * number read, each up to the number of a record: all that leads to a record is there before {@link
 * #entries} shows it.
 */
final class Books {
  /** What these go on from after that number, if they are a fork. */
  private final @Nullable Books before;

  private final long forked;

  /** What comes again in many records. */
  final Pool words;

  final Series<Recorded<?>> entries;

  final Table<CaseFile> cases;
  final Table<CaseClosing> closings;
  final Table<Violation> violations;
  final Table<Retraction> retractions;
  final Table<Demand> demands;
  final Table<Decision> decisions;
  final Table<Lifting> liftings;

  /** By the id of the demand. */
  final Tray<Answer> answers;

  /** By the id of the decision. */
  final Tray<Proposed> proposals;

  final Tray<Dismissal> dismissals;

  /** By the id of the decision whose place they take. */
  final Tray<Decision> successors;

  /** By their own id, corrections included. */
  final Tray<OperatorCard> operators;

  final Tray<PlatformCard> platforms;

  /** Cards of ids that had none before. */
  final Series<Recorded<OperatorCard>> newOperators;

  final Series<Recorded<PlatformCard>> newPlatforms;

  /** The same by operator. */
  final Tray<PlatformCard> newPlatformsOf;

  final Tray<Violation> violationsBy;

  final Tray<Decision> decisionsOn;

  /** By the authority that decides, and by each law that they cite. */
  final Tray<Decision> decisionsBy;

  final Tray<Decision> decisionsUnder;
  final Tray<Proposed> proposalsOn;
  final Tray<Decision> decisionsIn;
  final Tray<Demand> demandsIn;

  /** By the key of their subject. */
  final Tray<CaseFile> casesOn;

  final Series<Recorded<Proposed>> allProposals;

  /** Those of which there may be several under an id, in order. */
  final Series<Recorded<OperatorCard>> allOperators;

  final Series<Recorded<PlatformCard>> allPlatforms;
  final Series<Recorded<Answer>> allAnswers;
  final Series<Recorded<Dismissal>> allDismissals;

  /** By the id of the case. */
  final Tray<Proposed> proposalsIn;

  final ResourceIndex resources;
  final Spells spells;

  /** A fork's own begin anew. */
  final OpenRows openCases = new OpenRows(new Open.Cases());

  final ViolationRows violationRows = new ViolationRows();
  final OpenRows openDemands = new OpenRows(new Open.Demands());
  final OpenRows openProposals = new OpenRows(new Open.Pending());
  final TermIndex terms = new TermIndex();

  /** Empty books. */
  Books() {
    this(new Fork(null, 0, new Pool()));
  }

  private Books(Fork from) {
    before = from.books;
    forked = from.limit;
    words = from.words;
    entries = from.series(books -> books.entries);
    cases = from.table(books -> books.cases);
    closings = from.table(books -> books.closings);
    violations = from.table(books -> books.violations);
    retractions = from.table(books -> books.retractions);
    demands = from.table(books -> books.demands);
    decisions = from.table(books -> books.decisions);
    liftings = from.table(books -> books.liftings);
    answers = from.tray(books -> books.answers);
    proposals = from.tray(books -> books.proposals);
    dismissals = from.tray(books -> books.dismissals);
    successors = from.tray(books -> books.successors);
    operators = from.tray(books -> books.operators);
    platforms = from.tray(books -> books.platforms);
    newOperators = from.series(books -> books.newOperators);
    newPlatforms = from.series(books -> books.newPlatforms);
    newPlatformsOf = from.tray(books -> books.newPlatformsOf);
    violationsBy = from.tray(books -> books.violationsBy);
    decisionsOn = from.tray(books -> books.decisionsOn);
    proposalsOn = from.tray(books -> books.proposalsOn);
    decisionsIn = from.tray(books -> books.decisionsIn);
    demandsIn = from.tray(books -> books.demandsIn);
    casesOn = from.tray(books -> books.casesOn);
    allProposals = from.series(books -> books.allProposals);
    allOperators = from.series(books -> books.allOperators);
    allPlatforms = from.series(books -> books.allPlatforms);
    allAnswers = from.series(books -> books.allAnswers);
    allDismissals = from.series(books -> books.allDismissals);
    proposalsIn = from.tray(books -> books.proposalsIn);
    decisionsBy = from.tray(books -> books.decisionsBy);
    decisionsUnder = from.tray(books -> books.decisionsUnder);
    resources = from.resources();
    spells = new Spells(from.books, from.limit);
  }

  /**
   * Books that go on by themselves after what stands in these now, which they do not copy. Look-ups
   * by words in them would index everything anew.
   */
  Books fork() {
    return new Books(new Fork(this, last(), new Pool()));
  }

  /** The number of the last record that is the same in others, where one is a fork. */
  // Whether they are the same books is the question.
  @SuppressWarnings("ReferenceEquality")
  long sharedWith(Books others) {
    if (this == others) {
      return Long.MAX_VALUE;
    } else if (others.before == this) {
      return others.forked;
    }
    return before == others ? forked : 0;
  }

  /** What books begin with: nothing, or other books up to the number of a record. */
  private record Fork(@Nullable Books books, long limit, Pool words) {
    <R extends Recorded<?>> Series<R> series(Function<Books, Series<R>> which) {
      return books == null ? new Series<>() : which.apply(books).fork(limit);
    }

    <E extends Entry> Table<E> table(Function<Books, Table<E>> which) {
      return books == null ? new Table<>() : which.apply(books).fork(limit);
    }

    <E extends Entry> Tray<E> tray(Function<Books, Tray<E>> which) {
      return books == null ? new Tray<>(words) : which.apply(books).fork(words, limit);
    }

    ResourceIndex resources() {
      return books == null ? new ResourceIndex() : books.resources.fork();
    }
  }

  /** Adds a record of that entry. */
  void add(Recorded<?> recorded, Entry entry) {
    entry.accept(new Filing(this, recorded));
    entries.add(recorded);
  }

  /** The number of the last record; 0 where there is none. */
  long last() {
    return entries.size();
  }
}
