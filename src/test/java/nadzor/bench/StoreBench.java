package nadzor.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import nadzor.blocklist.Matcher;
import nadzor.registry.Answer;
import nadzor.registry.CaseFile;
import nadzor.registry.Catalogue;
import nadzor.registry.Demand;
import nadzor.registry.DemandState;
import nadzor.registry.Entry;
import nadzor.registry.Operator;
import nadzor.registry.Platform;
import nadzor.registry.Recorded;
import nadzor.registry.Resource;
import nadzor.registry.Role;
import nadzor.registry.Subject;
import nadzor.registry.Violation;
import nadzor.store.Export;
import nadzor.store.Head;
import nadzor.store.JournalStore;
import nadzor.store.KeptJournal;

/**
 * How long a store of many mixed records takes to write, to start from and to append to: {@code
 * FILE RECORDS [APPENDS]}. Writes the records where the file is new; keeps an image beside it, from
 * which the next run starts.
 */
public final class StoreBench {
  private static final Instant START = Instant.parse("2022-01-01T00:00:00Z");
  private static final int PLATFORMS = 100;

  private StoreBench() {}

  /** What is timed: by the clock, and by what the process took of the processors, compilers too. */
  private record Timed(long nanos, long ofProcessor) {
    static Timed start() {
      return new Timed(System.nanoTime(), processor());
    }

    private static long processor() {
      return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    void print(String what) {
      double seconds = (System.nanoTime() - nanos) / 1e9;
      double processor = (processor() - ofProcessor) / 1e9;
      System.out.printf("%s: %.2f s, %.2f s of the processors%n", what, seconds, processor);
    }
  }

  /** Prints one line for each figure. */
  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    long records = Long.parseLong(arguments[1]);
    if (Files.notExists(file)) {
      write(file, records);
    }
    Timed start = Timed.start();
    Path image = Path.of(file + ".image");
    try (KeptJournal journal = KeptJournal.open(file.toString(), catalogue(), image)) {
      start.print(
          String.format(
              "start with %,d records, %,d of them from an image",
              journal.entries().size(), journal.taken().number()));
      Runtime runtime = Runtime.getRuntime();
      System.gc();
      System.out.printf("heap: %,d MiB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
      append(journal, arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2000);
      Timed verify = Timed.start();
      journal.source().verify(row -> {});
      verify.print("verify");
      Timed export = Timed.start();
      Export.run(journal.source(), OutputStream.nullOutputStream(), row -> {});
      export.print("export");
      Timed check = Timed.start();
      journal.checkImage(() -> true);
      check.print("check of what the image held");
      Timed keeping = Timed.start();
      Head unused = journal.keepImage(image);
      keeping.print(String.format("image, %,d MiB", image.toFile().length() >> 20));
    }
  }

  private static void write(Path file, long records) {
    Timed writing = Timed.start();
    try (JournalStore store = JournalStore.open(file.toString())) {
      Iterator<Recorded<?>> all =
          LongStream.rangeClosed(1, records).<Recorded<?>>mapToObj(StoreBench::record).iterator();
      store.appendRecords(store.head(), all);
    }
    writing.print(
        String.format("written in one transaction, %,d MiB", file.toFile().length() >> 20));
  }

  private static void append(KeptJournal journal, int appends) {
    long next = journal.entries().size() + 1L;
    long[] nanos = new long[appends];
    for (int i = 0; i < appends; i++) {
      Recorded<?> recorded = record(next + i);
      long before = System.nanoTime();
      journal.append(recorded.at(), recorded.by(), recorded.entry());
      nanos[i] = System.nanoTime() - before;
    }
    Arrays.sort(nanos);
    System.out.printf(
        "append, each synced: p50 %,d us, p99 %,d us%n",
        nanos[appends / 2] / 1000, nanos[appends * 99 / 100] / 1000);
  }

  private static Catalogue catalogue() {
    return new Catalogue(
        List.of(new Operator("operator", "Operator")),
        LongStream.range(0, PLATFORMS)
            .mapToObj(
                i ->
                    new Platform(
                        "platform-" + i,
                        "Platform " + i,
                        "operator",
                        List.of(new Resource(Matcher.of(".p" + i + ".test"), Role.FRONT))))
            .toList());
  }

  private static Recorded<?> record(long number) {
    Instant at = START.plusSeconds(number);
    return new Recorded<>(number, at, "teacher-" + number % 7, entry(number, at));
  }

  private static Entry entry(long number, Instant at) {
    if (number <= PLATFORMS) {
      String platform = "platform-" + (number - 1);
      return new CaseFile("case-" + number, new Subject.OfPlatform(platform), "Authority", at);
    }
    if (number % 20 == 10) {
      String id = "case-" + (1 + number % PLATFORMS);
      return new Demand("d-" + number, id, "Authority", "explain it", at, Optional.empty());
    }
    if (number % 20 == 11 && number > 2 * PLATFORMS) {
      return new Answer("d-" + (number - 1), DemandState.IGNORED, at, "nothing was said");
    }
    return new Violation(
        "v-" + number,
        "platform-" + number % PLATFORMS,
        at,
        "discrimination of media",
        "272-FZ of 28 December 2012, article 3.3",
        "the account number " + number + " of a medium was restricted",
        "press release of " + at.toString().substring(0, 10),
        number % 3 == 0);
  }
}
