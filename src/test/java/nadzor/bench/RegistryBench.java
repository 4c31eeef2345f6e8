package nadzor.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.IntConsumer;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.BlocklistBuilder;
import nadzor.blocklist.Measure;
import nadzor.registry.Asked;
import nadzor.registry.BlockType;
import nadzor.registry.Catalogue;
import nadzor.registry.Condition;
import nadzor.registry.Decisions;
import nadzor.registry.EntryKind;
import nadzor.registry.EntryNumbers;
import nadzor.registry.Grounds;
import nadzor.registry.Journal;
import nadzor.registry.Lookup;
import nadzor.registry.Order;
import nadzor.registry.OrderedEntries;
import nadzor.registry.Policy;
import nadzor.registry.PolicyMode;
import nadzor.registry.PolicyRule;
import nadzor.registry.PolicyWatch;
import nadzor.registry.Proposal;
import nadzor.registry.Query;
import nadzor.registry.Register;
import nadzor.registry.RegisterMark;
import nadzor.registry.Registry;
import nadzor.registry.Role;
import nadzor.registry.Violation;
import nadzor.registry.Violations;
import nadzor.registry.Why;

/**
 * A registry of a million records in memory: how fast it takes them, finds a resource, finds words,
 * and compiles the register of an instant; and the heap it needs. Run it with {@code -Xmx512m}.
 */
final class RegistryBench {
  private static final int LOOK_UPS = 20_000;
  private static final String LAW = "149-FZ of 27 July 2006, article 15.3";

  private RegistryBench() {}

  public static void main(String[] arguments) {
    int records = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    ManyRecords many = new ManyRecords(records);
    Journal journal = new Journal(new Catalogue(List.of(), List.of()));
    long start = System.nanoTime();
    for (int i = 0; i < records; i++) {
      journal.append(ManyRecords.at(i), "bench", many.entry(i));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    System.out.printf(
        "append %,d records in %.1f s (%.1f s of one processor), %,.0f/s%n",
        records, seconds, worked, records / seconds);
    System.out.printf(
        "heap in use %,d MiB of %,d MiB%n", used(), Runtime.getRuntime().maxMemory() >> 20);
    restore(journal);
    Registry known = journal.latest();
    start = System.nanoTime();
    Lookup lookup = new Lookup(known);
    System.out.printf("index for look-ups %.1f s%n", (System.nanoTime() - start) / 1e9);
    System.out.printf("heap in use with it %,d MiB%n", used());
    Instant at = ManyRecords.at(records);
    time("resource, why", LOOK_UPS, i -> Why.of(known, at, name(many, i).name().orElseThrow()));
    time("resource, register", LOOK_UPS, i -> Register.holding(known, at, name(many, i)));
    time(
        "records of a resource",
        LOOK_UPS,
        i -> find(lookup, query(Optional.of(name(many, i)), "")));
    time("two words", 300, i -> find(lookup, query(Optional.empty(), "restricted " + i * 331)));
    policy(journal, many);
    pages(known, many);
    time("journal at an instant", LOOK_UPS, i -> journal.at(ManyRecords.at(i * 37)).counts());
    for (int i = 0; i < 3; i++) {
      Blocklist compiled = compile(known, at);
      long heap = used();
      System.out.printf(
          "heap in use with what was compiled %,d MiB (%,d records, %,d rules)%n",
          heap, journal.entries().size(), compiled.size());
    }
  }

  /** As at a start; what is restored shares its texts with the first journal, which is kept. */
  private static void restore(Journal journal) {
    Journal again = new Journal(new Catalogue(List.of(), List.of()));
    int some = journal.entries().size() / 4;
    long start = System.nanoTime();
    journal.entries().subList(0, some).forEach(again::restore);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("restore %,d records in %.1f s, %,.0f/s%n", some, seconds, some / seconds);
  }

  private static Asked name(ManyRecords many, int i) {
    return Asked.of("www.site" + new Random(i).nextInt(many.platforms()) + ".test");
  }

  private static Query query(Optional<Asked> resource, String words) {
    Optional<String> none = Optional.empty();
    Optional<Instant> ever = Optional.empty();
    return new Query(resource, none, none, none, none, none, ever, ever, Set.of(), words, true);
  }

  private static void find(Lookup lookup, Query query) {
    lookup.find(query, Instant.MAX, OptionalLong.empty(), 50);
  }

  private static void time(String what, int count, IntConsumer work) {
    for (int i = 0; i < count / 4; i++) {
      work.accept(i);
    }
    long[] took = new long[count];
    long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < count; i++) {
      long start = System.nanoTime();
      work.accept(i);
      took[i] = System.nanoTime() - start;
    }
    worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - worked;
    Arrays.sort(took);
    System.out.printf(
        "%s: p50 %.3f ms, p99 %.3f ms, of one processor %.3f ms%n",
        what, took[count / 2] / 1e6, took[count * 99 / 100] / 1e6, worked / 1e6 / count);
  }

  /** A rule on every platform: asked for the first time, and after each violation. */
  private static void policy(Journal journal, ManyRecords many) {
    PolicyWatch watch = new PolicyWatch(everyPlatform());
    long start = System.nanoTime();
    Instant last = journal.lastAt();
    watch.due(journal.latest(), last);
    System.out.printf(
        "policy on every platform, first %.2f s%n", (System.nanoTime() - start) / 1e9);
    time(
        "a violation, and policy asked again",
        1000,
        i -> {
          Violation one =
              new Violation(
                  "fresh-" + journal.entries().size(),
                  "platform-" + i * 7919L % many.platforms(),
                  last,
                  "kind",
                  "law",
                  "text",
                  "bench",
                  false);
          journal.append(last, "bench", one);
          watch.due(journal.latest(), last);
          watch.next(journal.latest());
        });
  }

  private static Policy everyPlatform() {
    Proposal proposal =
        new Proposal(
            "{platform}-{n}",
            "{case}",
            "Roskomnadzor",
            Optional.empty(),
            new Grounds("law", "law", Optional.empty(), Optional.empty(), Optional.empty()),
            new Order(Measure.BLOCK, Set.of(Role.FRONT), List.of("{platform}")),
            Duration.ZERO,
            Duration.ZERO,
            new RegisterMark(3, BlockType.DOMAIN, Optional.empty()),
            Optional.empty());
    return new Policy(
        List.of(
            new PolicyRule(
                "every",
                Optional.empty(),
                List.of(new Condition.Violations(1000)),
                Duration.ZERO,
                Optional.empty(),
                proposal,
                PolicyMode.PROPOSE)));
  }

  /** What pages of long lists ask for. */
  private static void pages(Registry known, ManyRecords many) {
    Lookup lookup = new Lookup(known);
    time("the newest of a kind", 1000, i -> last(known.records(EntryKind.VIOLATION)));
    time("records about an id", 1000, i -> known.recordsAbout("decision-" + i * 37));
    time(
        "records of a case",
        1000,
        i -> known.recordsOn(known.caseFile("case-" + i % many.platforms()).orElseThrow()));
    time(
        "all with a rare word",
        100,
        i -> lookup.having("account " + i * 331, EnumSet.of(EntryKind.VIOLATION)));
    filters(known);
    time("all with a common word", 4, i -> lookup.having("fakes", EnumSet.of(EntryKind.VIOLATION)));
  }

  /** What lists are cut down by. */
  private static void filters(Registry known) {
    Violations violations = new Violations(known);
    Decisions decisions = new Decisions(known);
    Instant at = known.lastAt();
    Optional<Instant> from = Optional.of(ManyRecords.at(200_000));
    time(
        "violations of a kind in a period",
        100,
        i -> some(violations.like(like(Optional.of("fakes"), from)).size()));
    time("decisions under a law", 100, i -> some(decisions.under(LAW).and(decisions.any()).size()));
    time(
        "decisions with a text",
        40,
        i -> some(decisions.having(one -> one.contains("-77" + i)).size()));
    time(
        "register with a text",
        40,
        i ->
            some(
                Register.having(known, at, Optional.empty(), one -> one.contains("site77" + i))
                    .size()));
    time("platforms", 40, i -> some(known.catalogue().platforms().size()));
  }

  private static void some(int count) {
    if (count < 0) {
      throw new IllegalStateException("fewer than none");
    }
  }

  private static Violations.Like like(Optional<String> kind, Optional<Instant> from) {
    return new Violations.Like(kind, Optional.empty(), from, Optional.empty(), false);
  }

  private static void last(List<?> all) {
    long sum = all.subList(all.size() - 50, all.size()).stream().mapToLong(Object::hashCode).sum();
    if (sum == Long.MIN_VALUE) {
      throw new IllegalStateException("no 50 numbers of 32 bits add up to that");
    }
  }

  private static Blocklist compile(Registry known, Instant at) {
    long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long start = System.nanoTime();
    Register register = Register.at(known, at);
    long registered = System.nanoTime();
    BlocklistBuilder rules = new BlocklistBuilder();
    new OrderedEntries(known, EntryNumbers.at(known, at)).rules().forEach(rules::add);
    Blocklist blocklist = rules.build(1);
    long end = System.nanoTime();
    worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - worked;
    System.out.printf(
        "compile at an instant: register of %,d entries %.2f s, %s %.2f s, together %.2f s"
            + " (%.2f s of one processor)%n",
        register.entries().size(),
        (registered - start) / 1e9,
        blocklist,
        (end - registered) / 1e9,
        (end - start) / 1e9,
        worked / 1e9);
    return blocklist;
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
