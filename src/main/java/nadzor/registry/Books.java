package nadzor.registry;

/**
 * All records by kind, id and what they are about; only ever appended to. One thread adds, any
 * number read, each up to the number of a record: all that leads to a record is there before {@link
 * #entries} shows it.
 */
final class Books {
  final Series<Recorded<?>> entries = new Series<>();

  final Table<CaseFile> cases = new Table<>();
  final Table<CaseClosing> closings = new Table<>();
  final Table<Violation> violations = new Table<>();
  final Table<Retraction> retractions = new Table<>();
  final Table<Demand> demands = new Table<>();
  final Table<Decision> decisions = new Table<>();
  final Table<Lifting> liftings = new Table<>();

  /** By the id of the demand. */
  final Tray<Answer> answers = new Tray<>();

  /** By the id of the decision. */
  final Tray<Proposed> proposals = new Tray<>();

  final Tray<Dismissal> dismissals = new Tray<>();

  /** By the id of the decision whose place they take. */
  final Tray<Decision> successors = new Tray<>();

  /** By their own id, corrections included. */
  final Tray<OperatorCard> operators = new Tray<>();

  final Tray<PlatformCard> platforms = new Tray<>();

  /** Cards of ids that had none before. */
  final Series<Recorded<OperatorCard>> newOperators = new Series<>();

  final Series<Recorded<PlatformCard>> newPlatforms = new Series<>();

  /** The same by operator. */
  final Tray<PlatformCard> newPlatformsOf = new Tray<>();

  final Tray<Violation> violationsBy = new Tray<>();
  final Tray<Decision> decisionsOn = new Tray<>();
  final Tray<Proposed> proposalsOn = new Tray<>();
  final Tray<Decision> decisionsIn = new Tray<>();
  final Tray<Demand> demandsIn = new Tray<>();

  /** By the key of their subject. */
  final Tray<CaseFile> casesOn = new Tray<>();

  final Series<Recorded<Proposed>> allProposals = new Series<>();
  final ResourceIndex resources = new ResourceIndex();
  final TermIndex terms = new TermIndex();

  void add(Recorded<?> recorded) {
    recorded.entry().accept(new Filing(this, recorded));
    entries.add(recorded);
  }

  /** The number of the last record; 0 where there is none. */
  long last() {
    return entries.size();
  }
}
