package nadzor.office;

import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.VersionDiff;
import nadzor.blocklist.VersionGuard;
import nadzor.censor.Trial;
import nadzor.flow.DomainName;
import nadzor.flow.NameView;
import nadzor.lab.LabNetwork;
import nadzor.lab.Laboratory;
import nadzor.store.lists.Activation;
import nadzor.store.lists.ListFolder;
import nadzor.store.lists.UnknownList;
import nadzor.story.NetworkPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The list beside the register: whichever version of it is in force joins the register's rules in
 * every network but the control, by one step in each; another may be tried beside it, and is taken
 * back by itself where its guard is broken. Thread-safe; {@link #close} is idempotent.
 */
public final class ListDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ListDesk.class);
  private static final int EVENTS_HELD = 10_000;

  /** What the register orders in a network. */
  private record Ordered(LabNetwork network, Blocklist register) {}

  /** What is tried, and who watches. */
  private record Tried(long turn, ListTrial terms, Blocklist list, ListWatch watch, long key) {}

  private final ListFolder folder;
  private final ListWorks works;
  private final Laboratory laboratory;
  private final InstantSource real;
  private final long seed;
  private final Map<String, Ordered> ordered = new LinkedHashMap<>();
  private final Map<Blocklist, Blocklist> joins = new WeakHashMap<>();
  private final Map<Blocklist, Trial> trials = new WeakHashMap<>();
  private final Ring<ListEventSeen> events = new Ring<>(EVENTS_HELD);
  private final ExecutorService guard =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "nadzor-list-guard");
            thread.setDaemon(true);
            return thread;
          });
  private long turns;
  private Optional<Blocklist> list = Optional.empty();
  private Optional<Tried> tried = Optional.empty();
  private Optional<ListTrial.Ended> ended = Optional.empty();

  ListDesk(ListFolder folder, Laboratory laboratory, InstantSource real, long seed) {
    this.folder = folder;
    works = new ListWorks(folder);
    this.laboratory = laboratory;
    this.real = real;
    this.seed = seed;
    restore();
  }

  /** What was in force at the last end is in force again; a damaged list stops no laboratory. */
  private void restore() {
    try {
      Optional<Long> number = folder.history().inForce();
      if (number.isPresent()) {
        list = Optional.of(folder.read(number.get()));
      }
    } catch (IOException e) {
      LOG.error("no list is in force: {}", e.getMessage());
    }
  }

  /** Where the versions are made and kept. */
  public ListWorks works() {
    return works;
  }

  /** Where the versions are kept. */
  public ListFolder folder() {
    return folder;
  }

  /** What trials newly restrict. */
  public Ring<ListEventSeen> events() {
    return events;
  }

  /** What is in force, and what is tried. */
  public synchronized ListState state() {
    return new ListState(
        list.map(Blocklist::number),
        tried.map(Tried::terms),
        tried.map(one -> one.watch().count()).orElse(0L),
        ended);
  }

  /** What a network that is not the control applies of the register, and of the list in force. */
  synchronized Blocklist joined(NetworkPlan plan, Blocklist register) {
    return plan.control() ? register : joined(list, register);
  }

  private static Blocklist joined(Optional<Blocklist> list, Blocklist register) {
    return list.map(one -> one.next(register.number(), register.rules(), List.of()))
        .orElse(register);
  }

  /** Puts in force what the register orders, joined by the list. */
  synchronized void activate(NetworkPlan plan, Blocklist register) {
    LabNetwork network = laboratory.network(plan.name());
    if (plan.control()) {
      network.activate(register);
    } else {
      Ordered one = new Ordered(network, register);
      ordered.put(plan.name(), one);
      swap(one);
    }
  }

  /** Networks of which the register orders the same share one version. */
  private void swap(Ordered one) {
    Blocklist now = joins.computeIfAbsent(one.register(), register -> joined(list, register));
    if (tried.isPresent()) {
      Tried what = tried.get();
      one.network()
          .activate(now, trials.computeIfAbsent(one.register(), register -> trial(what, register)));
    } else {
      one.network().activate(now);
    }
  }

  private void swapAll() {
    joins.clear();
    trials.clear();
    ordered.values().forEach(this::swap);
  }

  private static Trial trial(Tried tried, Blocklist register) {
    Blocklist joined = joined(Optional.of(tried.list()), register);
    return tried.terms().mode() == ListTrial.Mode.SHADOW
        ? Trial.shadow(joined, tried.watch())
        : Trial.canary(joined, tried.terms().share(), tried.key(), tried.watch());
  }

  /**
   * Puts a version in force, or on trial; a trial that is under way ends.
   *
   * @param yesReally even where it looks like an accident beside the one in force
   * @throws Refusal if there is no such version, it cannot be used, looks like an accident, or its
   *     guard would be broken at once; what is in force stays
   */
  public synchronized ListState activate(ListTrial wanted, String by, boolean yesReally) {
    Blocklist next = read(wanted.number());
    if (!yesReally) {
      check(next);
    }
    checkControl(wanted.guard(), next);
    end("another activation", false);
    if (wanted.mode() == ListTrial.Mode.FULL && wanted.guard().isNone()) {
      record(wanted.number(), by);
      list = Optional.of(next);
    } else {
      long turn = ++turns;
      ListWatch watch = new ListWatch(wanted, real, events, why -> breakOff(turn, why));
      tried = Optional.of(new Tried(turn, wanted, next, watch, seed));
    }
    swapAll();
    return state();
  }

  private Blocklist read(long number) {
    try {
      return folder.read(number);
    } catch (UnknownList e) {
      throw new Refusal(
          Refusal.Kind.UNKNOWN, "/number", "list version " + number, "one that was built");
    } catch (IOException e) {
      throw Refusal.of("/number", String.valueOf(e.getMessage()), "a version that can be read");
    }
  }

  private void check(Blocklist next) {
    Blocklist now = list.orElse(Blocklist.EMPTY);
    VersionGuard.USUAL.check(VersionDiff.between(now, next, 0)).stream()
        .findFirst()
        .ifPresent(
            objection -> {
              throw Refusal.of(
                  "/number",
                  "version " + next.number() + ": " + objection.why(),
                  "one that changes less, or yesReally");
            });
  }

  private void checkControl(ListTrial.Guard terms, Blocklist next) {
    Blocklist now = list.orElse(Blocklist.EMPTY);
    for (String host : terms.control()) {
      NameView name = NameView.of(DomainName.of(host).text());
      if (next.orders(name) != 0 && now.orders(name) == 0) {
        throw Refusal.of(
            "/guard/control",
            "version "
                + next.number()
                + " hits the control site "
                + host
                + ": "
                + next.find(name).rules().get(0),
            "one that leaves it alone");
      }
    }
  }

  private void record(long number, String by) {
    try {
      var unused = folder.activate(number, by, real.instant(), "");
    } catch (IOException e) {
      throw new Refusal(
          Refusal.Kind.UNAVAILABLE, "", String.valueOf(e.getMessage()), "a folder to write to");
    }
  }

  /** On a thread of its own: it is told by those who answer queries. */
  private void breakOff(long turn, String why) {
    try {
      guard.execute(() -> takeBack(turn, why));
    } catch (RejectedExecutionException e) {
      LOG.warn("the list on trial is not taken back at the end: {}", why);
    }
  }

  /** Only the trial that was meant: another may have begun. */
  private synchronized void takeBack(long turn, String why) {
    Optional<Tried> meant = tried.filter(one -> one.turn() == turn);
    if (meant.isPresent()) {
      LOG.warn("list version {} is taken back: {}", meant.get().terms().number(), why);
      end(why, true);
      swapAll();
    }
  }

  private void end(String why, boolean byGuard) {
    if (tried.isPresent()) {
      ended =
          Optional.of(
              new ListTrial.Ended(
                  real.instant(), "version " + tried.get().terms().number() + ": " + why, byGuard));
      tried = Optional.empty();
    }
  }

  /**
   * What is tried is in force for everybody.
   *
   * @throws Refusal if nothing is tried
   */
  public synchronized ListState promote(String by) {
    Tried what = tried.orElseThrow(() -> Refusal.of("", "no trial", "one that is under way"));
    record(what.terms().number(), by);
    end("in force for everybody", false);
    list = Optional.of(what.list());
    swapAll();
    return state();
  }

  /**
   * Ends the trial; without one, puts the version back that was in force before, or none where that
   * was the first.
   *
   * @throws Refusal if none is in force
   */
  public synchronized ListState rollback(String by) {
    if (tried.isPresent()) {
      end("rolled back by " + by, false);
    } else {
      back(by);
    }
    swapAll();
    return state();
  }

  private void back(String by) {
    try {
      Activation back = folder.rollback(by, real.instant(), "");
      list = back.isOfNothing() ? Optional.empty() : Optional.of(folder.read(back.number()));
    } catch (IOException e) {
      throw Refusal.of("", String.valueOf(e.getMessage()), "a version in force");
    }
  }

  @Override
  public void close() {
    var unused = guard.shutdownNow();
  }
}
