package nadzor.office;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.lint.LintReport;
import nadzor.lab.FlowLimits;
import nadzor.lab.Laboratory;
import nadzor.lab.LaboratorySpec;
import nadzor.lab.LiveFlows;
import nadzor.registry.Registry;
import nadzor.store.lists.ListFolder;
import nadzor.story.NetworkPlan;
import nadzor.story.Scenario;

/**
 * A regulator at work: one laboratory, its journal, its calendar. Every change, and every instant
 * at which something is due, compiles what each network applies and puts it in force before the
 * call returns. Changes are made one at a time; reads never wait for them. Thread-safe; {@link
 * #close} is idempotent.
 */
public final class Office implements AutoCloseable {
  private final OfficeSpec spec;
  private final Calendar calendar;
  private final Restrictions restrictions;
  private final Laboratory laboratory;
  private final ListDesk lists;
  private final Enforcer enforcer;
  private final PolicyDesk policy;
  private final Surveys surveys;
  private final LiveFlows flows = LiveFlows.start(FlowLimits.STANDARD);
  private final Desk desk;
  private volatile Optional<Preparation> preparation = Optional.empty();

  private Office(OfficeSpec spec) throws IOException {
    this.spec = spec;
    InstantSource real = InstantSource.system();
    calendar = new Calendar(spec.start(), System::nanoTime);
    calendar.speed(spec.speed());
    restrictions = new Restrictions(calendar, real);
    Opening opening = new Opening(this::founded);
    laboratory = started(opening, real);
    Records records = opening.records();
    if (records.lastAt().isAfter(spec.start())) {
      calendar.set(records.lastAt());
    }
    policy = new PolicyDesk(spec.scenario());
    ListFolder kept = new ListFolder(spec.lists());
    lists = new ListDesk(kept, laboratory, real, spec.scenario().seed());
    enforcer = new Enforcer(spec.scenario(), lists, real);
    surveys = new Surveys(spec.scenario(), spec.directory(), calendar);
    desk = new Desk(spec, calendar, policy, enforcer, records);
  }

  /**
   * Starts everything; what is in force at the start is in force when it returns.
   *
   * @throws IOException if an address or port is not to be had, or the directory cannot be written
   * @throws Refusal if the store cannot be opened
   */
  public static Office open(OfficeSpec spec) throws IOException {
    Office office = new Office(spec);
    Calendar.Reading unused = office.desk.change(() -> office.calendar.run(spec.running()));
    office.prepare();
    return office;
  }

  /** Makes what the first questions on this journal need; what was made for another one ends. */
  private synchronized void prepare() {
    preparation.ifPresent(Preparation::close);
    preparation =
        Optional.of(
            new Preparation(view(Optional.empty(), Optional.empty()), archive(), desk.image()));
  }

  /** What the first questions need. */
  Optional<Preparation> preparation() {
    return preparation;
  }

  private Records founded() {
    return new Founding(spec.scenario(), spec.shelf()).open(spec.populated(), spec.start());
  }

  /** What was opened is closed where the other cannot be: the journal, or the laboratory. */
  private Laboratory started(Opening opening, InstantSource real) throws IOException {
    LaboratorySpec wanted =
        new LaboratorySpec(
                spec.scenario().allSites(),
                spec.networks(),
                spec.fence(),
                spec.directory(),
                real.instant(),
                restrictions,
                spec.scenario().seed())
            .withFlows(flows);
    Optional<Laboratory> begun = Optional.empty();
    try {
      begun = Optional.of(Laboratory.start(wanted));
      Records unused = opening.records();
      return begun.get();
    } catch (IOException | RuntimeException e) {
      begun.ifPresent(Laboratory::close);
      flows.close();
      opening.records().close(); // that it could not be opened goes before what else is wrong
      throw e;
    }
  }

  /**
   * Records what the draft says, and puts in force what follows from it.
   *
   * @param by who records it
   * @param dryRun only tell what would be
   * @throws Refusal if there is no such thing, or it has changed, or the store does not take it
   * @throws nadzor.registry.RegistryException if it does not fit what is recorded
   */
  public Written write(String by, boolean dryRun, Draft draft) {
    return desk.write(by, dryRun, draft);
  }

  /** What happens next by itself, if anything. */
  public Optional<Upcoming> next() {
    return upcoming(1).stream().findFirst();
  }

  /** What will happen by itself, the next first; so many at most. */
  public List<Upcoming> upcoming(int most) {
    return desk.upcoming(most);
  }

  /** The calendar. */
  public Calendar.Reading clock() {
    return calendar.read();
  }

  /**
   * Sets the calendar, or tells what a setting would show.
   *
   * @param revision the one that was read, where another setting is not to be overwritten
   */
  public Calendar.Reading setClock(ClockSetting setting, Optional<Long> revision, boolean dryRun) {
    return desk.setClock(setting, revision, dryRun);
  }

  /**
   * Puts the laboratory into a known state: the calendar at an instant, the journal as the scenario
   * has it until then, or empty.
   *
   * @param populated whether the journal holds the scenario's records
   * @param cards whether the scenario's operators and platforms are known
   * @param running whether the calendar runs afterwards; as before where it is not said
   */
  public Replacement replace(
      Instant at, boolean populated, boolean cards, Optional<Boolean> running, boolean dryRun) {
    Replacement done = desk.replace(at, populated, cards, running, dryRun);
    if (!dryRun) {
      prepare();
    }
    return done;
  }

  /** What is in force at {@code at}, as known at {@code known}; each without it as it is now. */
  public View view(Optional<Instant> at, Optional<Instant> known) {
    Instant now = desk.now();
    Registry registry = known.map(desk.records()::known).orElseGet(desk.records()::latest);
    return new View(registry, at.orElse(now), known.orElse(now));
  }

  /** The journal as it is kept. */
  public Archive archive() {
    return new Archive(desk.records());
  }

  /** What each network applies, in the scenario's order. */
  public Map<String, Standing> standings() {
    return enforcer.standings();
  }

  /** The latest versions, the first compiled first. */
  public List<VersionCard> versions() {
    return enforcer.versions();
  }

  /** The restrictions. */
  public Restrictions restrictions() {
    return restrictions;
  }

  /** The list beside the register. */
  public ListDesk lists() {
    return lists;
  }

  /** What a person would regret in a list, as far as this laboratory knows. */
  public LintReport lint(Blocklist list) {
    return new ListLint(spec.scenario(), laboratory.world()).of(list, Instant.now());
  }

  /** The policy. */
  public PolicyDesk policy() {
    return policy;
  }

  /** Lets policy propose, or decide by itself. */
  public void setPolicy(PolicyDesk.Mode mode) {
    Calendar.Reading unused = desk.change(() -> policy.mode(mode));
  }

  /** The flows of the laboratory, as they live. */
  public LiveFlows flows() {
    return flows;
  }

  /**
   * What networks do with a name, an address or a URL, by the judge that enforces.
   *
   * @throws nadzor.registry.RegistryException if it is none of these
   */
  public Foretold foretell(String query, View view, List<NetworkPlan> networks) {
    return new Foreteller(new Visitation(laboratory.world()), lists, enforcer)
        .of(query, view, networks);
  }

  /** What changed. */
  public Ring<Change> changes() {
    return desk.changes();
  }

  /** Surveys. */
  public Surveys surveys() {
    return surveys;
  }

  /** The laboratory. */
  public Laboratory laboratory() {
    return laboratory;
  }

  /** The scenario. */
  public Scenario scenario() {
    return spec.scenario();
  }

  /** What it was opened with. */
  public OfficeSpec spec() {
    return spec;
  }

  @Override
  public void close() {
    preparation.ifPresent(Preparation::end);
    desk.rest();
    surveys.close();
    lists.close();
    laboratory.close();
    flows.close();
    desk.close();
  }
}
