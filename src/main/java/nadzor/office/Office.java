package nadzor.office;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import nadzor.lab.FlowLimits;
import nadzor.lab.Laboratory;
import nadzor.lab.LaboratorySpec;
import nadzor.lab.LiveFlows;
import nadzor.registry.Catalogue;
import nadzor.registry.Due;
import nadzor.registry.Entry;
import nadzor.registry.Journal;
import nadzor.registry.Recorded;
import nadzor.registry.Registry;
import nadzor.registry.RegistryException;
import nadzor.store.BrokenChain;
import nadzor.store.Export;
import nadzor.store.Head;
import nadzor.store.StoreException;
import nadzor.store.lists.ListFolder;
import nadzor.story.NetworkPlan;
import nadzor.story.Scenario;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A regulator at work: one laboratory, its journal, its calendar. Every change, and every instant
 * at which something is due, compiles what each network applies and puts it in force before the
 * call returns. Changes are made one at a time; reads never wait for them. Thread-safe; {@link
 * #close} is idempotent.
 */
public final class Office implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Office.class);
  private static final int CHANGES_HELD = 5_000;
  private static final Duration LONGEST_SLEEP = Duration.ofHours(1);
  private static final String SCENARIO = "scenario";
  private static final int MOST_FIRINGS = 1_000;

  private final OfficeSpec spec;
  private final Calendar calendar;
  private final Restrictions restrictions;
  private final Laboratory laboratory;
  private final ListDesk lists;
  private final Enforcer enforcer;
  private final PolicyDesk policy;
  private final Surveys surveys;
  private final LiveFlows flows = LiveFlows.start(FlowLimits.STANDARD);
  private final Ring<Change> changes = new Ring<>(CHANGES_HELD);
  private final ReentrantLock desk = new ReentrantLock();
  private final ScheduledExecutorService alarm =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "nadzor-office");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Records records;
  private Optional<Future<?>> wake = Optional.empty();
  private boolean closed;

  private Office(OfficeSpec spec) throws IOException {
    this.spec = spec;
    InstantSource real = InstantSource.system();
    calendar = new Calendar(spec.start(), System::nanoTime);
    calendar.speed(spec.speed());
    restrictions = new Restrictions(calendar, real);
    records = opened();
    if (records.lastAt().isAfter(spec.start())) {
      calendar.set(records.lastAt());
    }
    laboratory = started(spec, real);
    policy = new PolicyDesk(spec.scenario());
    ListFolder kept = new ListFolder(spec.directory().resolve("lists"));
    lists = new ListDesk(kept, laboratory, real, spec.scenario().seed());
    enforcer = new Enforcer(spec.scenario(), lists, real);
    surveys = new Surveys(spec.scenario(), spec.directory(), calendar);
  }

  /**
   * Starts everything; what is in force at the start is in force when it returns.
   *
   * @throws IOException if an address or port is not to be had, or the directory cannot be written
   */
  public static Office open(OfficeSpec spec) throws IOException {
    Office office = new Office(spec);
    office.change(() -> office.calendar.run(spec.running()));
    return office;
  }

  /** What was opened before is closed where the laboratory cannot be started. */
  private Laboratory started(OfficeSpec spec, InstantSource real) throws IOException {
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
    try {
      return Laboratory.start(wanted);
    } catch (IOException | RuntimeException e) {
      flows.close();
      records.close();
      throw e;
    }
  }

  /** What the store holds; where that is nothing, what a new journal begins with. */
  private Records opened() {
    Records held = Shelf.open(spec.store(), spec.scenario().catalogue());
    boolean isNew = held.latest().limit() == 0;
    if (isNew && spec.populated()) {
      populate(held, spec.start());
    }
    return held;
  }

  /** The scenario's records up to an instant, inclusive. */
  private void populate(Records fresh, Instant end) {
    spec.scenario().journal().entries().stream()
        .filter(one -> !one.at().isAfter(end))
        .forEach(one -> fresh.append(one.at(), SCENARIO, List.of(one.entry())));
  }

  /**
   * Records what the draft says, and puts in force what follows from it.
   *
   * @param by who records it
   * @param dryRun only tell what would be
   * @throws Refusal if there is no such thing, or it has changed
   * @throws nadzor.registry.RegistryException if it does not fit what is recorded
   */
  public Written write(String by, boolean dryRun, Draft draft) {
    desk.lock();
    try {
      Instant now = settle();
      Registry before = records.latest();
      var entries =
          draft.entries(new Moment(before, now, records.revisions(), spec.scenario().networks()));
      if (dryRun) {
        Records.Trial trial = records.trial(now, by, entries);
        return new Written(true, trial.recorded(), enforcer.foresee(trial.registry(), now));
      }
      List<Recorded<?>> recorded = new ArrayList<>(append(now, by, entries));
      recorded.addAll(firePolicy(now));
      return new Written(false, recorded, enforce(now));
    } finally {
      desk.unlock();
    }
  }

  private List<Recorded<?>> append(Instant at, String by, List<Entry> entries) {
    List<Recorded<?>> recorded = records.append(at, by, entries);
    recorded.forEach(one -> changes.add(number -> new Change.Written(number, one)));
    return recorded;
  }

  /** Does what policy is due to do by now; gives now. */
  private Instant settle() {
    Instant now = now();
    List<Recorded<?>> unused = firePolicy(now);
    return now;
  }

  /** Now, which is not before the last record. */
  private Instant now() {
    Instant now = calendar.instant();
    Instant last = records.lastAt();
    return last.isAfter(now) ? last : now;
  }

  /** Policy that cannot be carried out, or kept, must not hold up what is in force. */
  private List<Recorded<?>> firePolicy(Instant now) {
    List<Recorded<?>> fired = new ArrayList<>();
    try {
      Optional<Due> due = policy.due(records.latest(), now);
      while (due.isPresent() && fired.size() < MOST_FIRINGS) {
        Instant last = records.lastAt();
        Instant at = last.isAfter(due.get().at()) ? last : due.get().at();
        fired.addAll(append(at, "policy", policy.entries(due.get(), at)));
        due = policy.due(records.latest(), now);
      }
    } catch (RegistryException | Refusal e) {
      LOG.warn("policy is not carried out: {}", e.getMessage());
    }
    return fired;
  }

  /** Puts in force what holds at that instant, and sets the alarm for the next one. */
  private List<NetworkChange> enforce(Instant now) {
    List<NetworkChange> changed = enforcer.activate(records.latest(), now);
    changed.forEach(one -> changes.add(number -> new Change.Activated(number, one)));
    setAlarm();
    return changed;
  }

  private void setAlarm() {
    wake.ifPresent(task -> task.cancel(false));
    wake = Optional.empty();
    if (!calendar.read().running() || closed) {
      return;
    }
    next()
        .ifPresent(
            due -> {
              Duration sleep = calendar.until(due.at());
              long millis = Math.min(LONGEST_SLEEP.toMillis(), Math.max(1, sleep.toMillis()));
              wake = Optional.of(alarm.schedule(this::rouse, millis, TimeUnit.MILLISECONDS));
            });
  }

  /** An alarm that fails must not be the last one. */
  private void rouse() {
    try {
      change(() -> {});
    } catch (RuntimeException e) {
      LOG.error("what is due could not be put in force; the last good version stands", e);
      desk.lock();
      try {
        if (!closed) {
          wake = Optional.of(alarm.schedule(this::rouse, 1, TimeUnit.SECONDS));
        }
      } finally {
        desk.unlock();
      }
    }
  }

  private Calendar.Reading change(Runnable setting) {
    return change(setting, read -> {});
  }

  private Calendar.Reading change(Runnable setting, Consumer<Calendar.Reading> check) {
    desk.lock();
    try {
      check.accept(calendar.read());
      setting.run();
      enforce(settle());
      Calendar.Reading reading = calendar.read();
      changes.add(number -> new Change.Clock(number, reading));
      return reading;
    } finally {
      desk.unlock();
    }
  }

  /** What happens next by itself, if anything. */
  public Optional<Upcoming> next() {
    return upcoming().stream().findFirst();
  }

  /** All that will happen by itself, the next first. */
  public List<Upcoming> upcoming() {
    Registry registry = records.latest();
    Instant now = calendar.instant();
    List<Upcoming> all = Upcoming.after(registry, spec.scenario().networks(), now);
    policy
        .next(registry)
        .filter(at -> at.isAfter(now))
        .ifPresent(
            at -> {
              all.add(
                  new Upcoming(
                      at, "a policy rule fires", "", Upcoming.Kind.POLICY, Optional.empty()));
              all.sort(Comparator.comparing(Upcoming::at));
            });
    return all;
  }

  /** The calendar. */
  public Calendar.Reading clock() {
    return calendar.read();
  }

  /** Sets the calendar, or tells what a setting would show. */
  public Calendar.Reading setClock(ClockSetting setting, Optional<Long> revision, boolean dryRun) {
    desk.lock();
    try {
      Calendar.Reading now = calendar.read();
      if (revision.isPresent() && revision.get() != now.revision()) {
        throw new Refusal(
            Refusal.Kind.STALE,
            "#header/If-Match",
            "revision " + revision.get(),
            "the one now: " + now.revision());
      }
      Calendar.Reading wanted = setting.apply(now, next());
      if (wanted.at().isBefore(now.at())) {
        throw Refusal.of(
            "/to",
            wanted.at() + ", before the calendar's " + now.at(),
            "a later instant: what is recorded stays; populate or reset goes back");
      }
      return dryRun ? wanted : change(() -> set(now, wanted));
    } finally {
      desk.unlock();
    }
  }

  private void set(Calendar.Reading now, Calendar.Reading wanted) {
    if (wanted.speed() != now.speed()) {
      calendar.speed(wanted.speed());
    }
    if (wanted.running() != now.running()) {
      calendar.run(wanted.running());
    }
    if (!wanted.at().equals(now.at())) {
      calendar.set(wanted.at());
    }
  }

  /**
   * Puts the laboratory into a known state: the calendar at an instant, the journal as the scenario
   * has it until then, or empty.
   *
   * @param populated whether the journal holds the scenario's records
   * @param cards whether the scenario's operators and platforms are known
   * @param running whether the calendar runs afterwards; as before where it is not said
   */
  public List<NetworkChange> replace(
      Instant at, boolean populated, boolean cards, Optional<Boolean> running, boolean dryRun) {
    desk.lock();
    try {
      Shelf.requireFile(spec.store());
      if (dryRun) {
        return enforcer.foresee(planned(at, populated, cards), at);
      }
      records.close();
      Shelf.putAside(spec.store());
      Records fresh = Shelf.open(spec.store(), base(cards));
      if (populated) {
        populate(fresh, at);
      }
      records = fresh;
      calendar.set(at);
      running.ifPresent(calendar::run);
      List<NetworkChange> changed = new ArrayList<>(enforce(settle()));
      changes.add(number -> new Change.Replaced(number, fresh.latest().limit()));
      return changed;
    } finally {
      desk.unlock();
    }
  }

  private Catalogue base(boolean cards) {
    return cards ? spec.scenario().catalogue() : new Catalogue(List.of(), List.of());
  }

  private Registry planned(Instant at, boolean populated, boolean cards) {
    Journal copy = new Journal(base(cards));
    if (populated) {
      spec.scenario().journal().entries().stream()
          .filter(one -> !one.at().isAfter(at))
          .forEach(one -> copy.append(one.at(), SCENARIO, one.entry()));
    }
    return copy.latest();
  }

  /** How the store is. */
  public StoreHealth store() {
    return StoreHealth.of(records.kept().status());
  }

  /** Walks the hash chain of what is kept. */
  public Verified verify() {
    try {
      Head head = records.kept().source().verify(row -> {});
      return new Verified(head.number(), head.hash().toString(), Optional.empty());
    } catch (BrokenChain e) {
      String what = "found " + e.found() + ", expected " + e.expected();
      return new Verified(e.number() - 1, "", Optional.of(new Verified.Broken(e.number(), what)));
    } catch (StoreException e) {
      throw Records.unavailable(e);
    }
  }

  /** Writes the journal as JSON Lines, as it is kept. */
  public void export(OutputStream lines) {
    try {
      Export.Exported unused = Export.run(records.kept().source(), lines, row -> {});
    } catch (StoreException e) {
      throw Records.unavailable(e);
    }
  }

  /** What is in force at {@code at}, as known at {@code known}; each without it as it is now. */
  public View view(Optional<Instant> at, Optional<Instant> known) {
    Instant now = now();
    Registry registry = known.map(records::known).orElseGet(records::latest);
    return new View(registry, at.orElse(now), known.orElse(now));
  }

  /** What finds records again. */
  public Archive archive() {
    return new Archive(records);
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

  /** The policy. */
  public PolicyDesk policy() {
    return policy;
  }

  /** Lets policy propose, or decide by itself. */
  public void setPolicy(PolicyDesk.Mode mode) {
    Calendar.Reading unused = change(() -> policy.mode(mode));
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
    return new Foreteller(new Visitation(laboratory.world()), lists).of(query, view, networks);
  }

  /** What changed. */
  public Ring<Change> changes() {
    return changes;
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
    desk.lock();
    try {
      closed = true;
      alarm.shutdownNow();
    } finally {
      desk.unlock();
    }
    surveys.close();
    lists.close();
    laboratory.close();
    flows.close();
    records.close();
  }
}
