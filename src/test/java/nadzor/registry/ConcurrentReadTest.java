package nadzor.registry;

import static nadzor.registry.Meta.moscow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Readers see whole views while somebody records. */
class ConcurrentReadTest {
  private static final int RECORDS = 20_000;
  private static final Instant DAY = moscow("2022-03-20T10:00");

  private static Violation violation(int number) {
    return new Violation(
        "v-" + number, "facebook", DAY, "kind", "law", "text " + number, "source", false);
  }

  @Test
  void aViewIsWholeAndDoesNotChange() {
    Journal journal = Journal.of(Meta.catalogue(), Meta.cases());
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> IntStream.range(0, RECORDS).forEach(i -> journal.append(violation(i))));
    int looked = 0;
    while (!writer.isDone() || looked == 0) {
      check(journal.latest());
      looked++;
    }
    writer.join();
    check(journal.latest());
    assertEquals(RECORDS, journal.latest().counts().violations());
  }

  private static void check(Registry view) {
    int known = view.counts().violations();
    List<Violation> violations = view.violations("facebook", DAY);
    assertEquals(known, violations.size());
    assertEquals(known + 2L, view.limit());
    if (known > 0) {
      assertEquals("v-" + (known - 1), violations.get(known - 1).id());
      assertEquals(true, view.violation("v-" + (known - 1)).isPresent());
      Lookup lookup = new Lookup(view);
      Query query =
          new Query(
              Query.ALL.resource(),
              Query.ALL.platform(),
              Query.ALL.caseFile(),
              Query.ALL.decision(),
              Query.ALL.authority(),
              Query.ALL.legalBasis(),
              Query.ALL.from(),
              Query.ALL.until(),
              Query.ALL.kinds(),
              "text " + (known - 1),
              true);
      Page page = lookup.find(query, Instant.MAX, OptionalLong.empty(), 1);
      assertEquals("v-" + (known - 1), page.records().get(0).entry().about());
    }
    assertEquals(false, view.violation("v-" + known).isPresent());
  }
}
