package nadzor.bench;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.IntConsumer;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Rule;
import nadzor.registry.Asked;
import nadzor.registry.Catalogue;
import nadzor.registry.Journal;
import nadzor.registry.Lookup;
import nadzor.registry.Query;
import nadzor.registry.Register;
import nadzor.registry.RegisterRules;
import nadzor.registry.Registry;
import nadzor.registry.Why;

/**
 * A registry of a million records in memory: how fast it takes them, finds a resource, finds words,
 * and compiles the register of an instant; and the heap it needs. Run it with {@code -Xmx512m}.
 */
final class RegistryBench {
  private static final int LOOK_UPS = 20_000;

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
    time("journal at an instant", LOOK_UPS, i -> journal.at(ManyRecords.at(i * 37)).counts());
    for (int i = 0; i < 3; i++) {
      compile(known, at);
    }
    System.out.printf("heap in use afterwards %,d MiB%n", used());
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
    for (int i = 0; i < count; i++) {
      long start = System.nanoTime();
      work.accept(i);
      took[i] = System.nanoTime() - start;
    }
    Arrays.sort(took);
    System.out.printf(
        "%s: p50 %.3f ms, p99 %.3f ms%n",
        what, took[count / 2] / 1e6, took[count * 99 / 100] / 1e6);
  }

  private static void compile(Registry known, Instant at) {
    long start = System.nanoTime();
    Register register = Register.at(known, at);
    long registered = System.nanoTime();
    List<Rule> rules = RegisterRules.rules(register);
    Blocklist blocklist = Blocklist.compile(1, rules);
    long end = System.nanoTime();
    System.out.printf(
        "compile at an instant: register of %,d entries %.2f s, %s %.2f s, together %.2f s%n",
        register.entries().size(),
        (registered - start) / 1e9,
        blocklist,
        (end - registered) / 1e9,
        (end - start) / 1e9);
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
