package nadzor.office;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import nadzor.registry.Due;
import nadzor.registry.Entry;
import nadzor.registry.Recorded;
import nadzor.registry.Registry;
import nadzor.registry.RegistryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where changes are made, one at a time: what is recorded, what policy makes of it, and what the
 * networks apply from then on. Reads never wait for it. Thread-safe.
 */
final class Desk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
  private static final int CHANGES_HELD = 5_000;
  private static final int MOST_FIRINGS = 1_000;

  /** After which what failed is tried again. */
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final OfficeSpec spec;
  private final Calendar calendar;
  private final PolicyDesk policy;
  private final Enforcer enforcer;
  private final Agenda agenda;
  private final Ring<Change> changes = new Ring<>(CHANGES_HELD);
  private final ReentrantLock lock = new ReentrantLock();
  private final Alarm alarm = new Alarm(this::rouse);
  private volatile Records records;
  private volatile StartImage image;
  private boolean held;

  Desk(OfficeSpec spec, Calendar calendar, PolicyDesk policy, Enforcer enforcer, Records records) {
    this.spec = spec;
    this.calendar = calendar;
    this.policy = policy;
    this.enforcer = enforcer;
    this.records = records;
    image = imageOf(records);
    image.takeUp();
    agenda = new Agenda(enforcer.horizon(), policy);
  }

  private StartImage imageOf(Records journal) {
    return new StartImage(spec.shelf(), journal.kept(), enforcer);
  }

  /** The journal; another one after it was replaced. */
  Records records() {
    return records;
  }

  /** What the next start goes on from. */
  StartImage image() {
    return image;
  }

  Ring<Change> changes() {
    return changes;
  }

  /** Now, which is not before the last record. */
  Instant now() {
    Instant now = calendar.instant();
    Instant last = records.lastAt();
    return last.isAfter(now) ? last : now;
  }

  /** What will happen by itself, the next first; so many at most. */
  List<Upcoming> upcoming(int most) {
    return agenda.after(records.latest(), calendar.instant(), most);
  }

  private <T> T alone(Supplier<T> change) {
    lock.lock();
    try {
      return change.get();
    } finally {
      lock.unlock();
    }
  }

  /** Records what the draft says, and puts in force what follows from it. */
  Written write(String by, boolean dryRun, Draft draft) {
    return alone(
        () -> {
          Instant now = settled();
          Registry before = records.latest();
          List<Entry> entries =
              draft.entries(
                  new Moment(before, now, records.revisions(), spec.scenario().networks()));
          return dryRun ? tried(now, by, entries) : written(now, by, entries);
        });
  }

  private Written tried(Instant now, String by, List<Entry> entries) {
    Records.Trial trial = records.trial(now, by, entries);
    return new Written(true, trial.recorded(), enforcer.foresee(trial.registry(), now));
  }

  private Written written(Instant now, String by, List<Entry> entries) {
    List<Recorded<?>> recorded = new ArrayList<>(append(now, by, entries));
    recorded.addAll(firePolicy(now));
    return new Written(false, recorded, enforce(now));
  }

  private List<Recorded<?>> append(Instant at, String by, List<Entry> entries) {
    List<Recorded<?>> recorded = records.append(at, by, entries);
    recorded.forEach(one -> changes.add(number -> new Change.Written(number, one)));
    return recorded;
  }

  /** Does what policy is due to do by now, and puts that in force; gives now. */
  private Instant settled() {
    Instant now = now();
    if (!firePolicy(now).isEmpty()) {
      List<NetworkChange> unused = enforce(now);
    }
    return now;
  }

  /** Policy that cannot be carried out, or kept, must not hold up what is in force. */
  private List<Recorded<?>> firePolicy(Instant now) {
    List<Recorded<?>> fired = new ArrayList<>();
    held = false;
    try {
      Optional<Due> due = policy.due(records.latest(), now);
      while (due.isPresent() && fired.size() < MOST_FIRINGS) {
        Instant last = records.lastAt();
        Instant at = last.isAfter(due.get().at()) ? last : due.get().at();
        fired.addAll(append(at, "policy", policy.entries(due.get(), at)));
        due = policy.due(records.latest(), now);
      }
    } catch (RegistryException | Refusal e) {
      held = true;
      LOG.warn("policy is not carried out: {}", e.getMessage());
    }
    return fired;
  }

  /** Puts in force what holds at that instant, and sets the alarm for the next one. */
  private List<NetworkChange> enforce(Instant now) {
    List<NetworkChange> changed = enforcer.activate(records.latest(), now);
    changed.forEach(one -> changes.add(number -> new Change.Activated(number, one)));
    setAlarm(now);
    return changed;
  }

  private void setAlarm(Instant now) {
    alarm.off();
    if (calendar.read().running()) {
      Optional<Duration> due =
          agenda.next(records.latest(), now).map(one -> calendar.until(one.at()));
      Optional<Duration> again = held ? Optional.of(AGAIN) : Optional.empty();
      Optional<Duration> first = due.filter(one -> !held || one.compareTo(AGAIN) < 0);
      first.or(() -> again).ifPresent(alarm::set);
    }
  }

  /** An alarm that fails must not be the last one. */
  private void rouse() {
    try {
      Calendar.Reading unused = change(() -> {});
    } catch (RuntimeException e) {
      LOG.error("what is due could not be put in force; the last good version stands", e);
      alarm.set(AGAIN);
    }
  }

  /** Changes a setting, and puts in force what is due then. */
  Calendar.Reading change(Runnable setting) {
    return alone(
        () -> {
          setting.run();
          List<NetworkChange> unused = enforce(settled());
          Calendar.Reading reading = calendar.read();
          changes.add(number -> new Change.Clock(number, reading));
          return reading;
        });
  }

  /** Sets the calendar, or tells what a setting would show. */
  Calendar.Reading setClock(ClockSetting setting, Optional<Long> revision, boolean dryRun) {
    return alone(
        () -> {
          Calendar.Reading now = calendar.read();
          revision.ifPresent(now::require);
          Optional<Upcoming> next = agenda.next(records.latest(), now.at());
          Calendar.Reading wanted = setting.apply(now, next);
          if (wanted.at().isBefore(now.at())) {
            throw Refusal.of(
                "/to",
                wanted.at() + ", before the calendar's " + now.at(),
                "a later instant: what is recorded stays; populate or reset goes back");
          }
          return dryRun ? wanted : change(() -> calendar.become(now, wanted));
        });
  }

  /** Puts another journal, and the calendar, in the place of these. */
  Replacement replace(
      Instant at, boolean populated, boolean cards, Optional<Boolean> running, boolean dryRun) {
    return alone(
        () -> {
          Founding founding = new Founding(spec.scenario(), spec.shelf());
          spec.shelf().requireFile();
          if (dryRun) {
            Registry planned = founding.planned(populated, cards, at);
            return new Replacement(enforcer.foresee(planned, at), new View(planned, at, at));
          }
          records.close();
          records = founding.anew(populated, cards, at);
          image = imageOf(records);
          enforcer.forget();
          policy.forget();
          calendar.set(at);
          running.ifPresent(calendar::run);
          List<NetworkChange> changed = new ArrayList<>(enforce(settled()));
          changes.add(number -> new Change.Replaced(number, records.latest().limit()));
          return new Replacement(changed, new View(records.latest(), now(), now()));
        });
  }

  /** Nothing is due any more; what is under way is done. */
  void rest() {
    lock.lock();
    try {
      alarm.close();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    rest();
    image.keep();
    records.close();
  }
}
