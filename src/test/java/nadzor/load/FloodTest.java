package nadzor.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Queries from thousands of addresses as fast as they can be sent, on a very small heap. */
final class FloodTest {
  private static final int SOURCES = 4_000;

  /** Fewer than one source's socket holds answers to, so that none is lost on the way back. */
  private static final int MOST_EACH = 80;

  private static final Duration LASTS = Duration.ofMillis(2_500);
  private static final int HEAP_MEBIBYTES = 64;
  private static final long MOST_HEAP = 32L << 20;
  private static final long MOST_DIRECT = 32L << 20;
  private static final int PENDING = 256;

  private final Child child;
  private final Origin echo = Origin.echoing();

  FloodTest() throws IOException {
    child = Child.start(HEAP_MEBIBYTES, Settings.of("pending=" + PENDING, "upstream=200"));
  }

  @AfterEach
  void close() throws IOException {
    echo.close();
    child.close();
  }

  /** What is asked in turn: blocked, cached, and what waits for the upstream that never answers. */
  private static List<byte[]> questions() {
    return List.of(
        Query.of("www.blocked.test"), Query.of("www.free.test"), Query.of("n0000000.silent.test"));
  }

  /** A name that was not asked for before: seven letters, which follow header and length octet. */
  private static void rename(byte[] query, long number) {
    byte[] letters = Words.ascii(Long.toString(10_000_000 + number).substring(1));
    ByteBuffer.wrap(query).put(Query.HEADER + 1, letters);
  }

  /** How many were sent. */
  private static long flood(Sources sources) throws IOException {
    List<byte[]> questions = questions();
    long end = System.nanoTime() + LASTS.toNanos();
    long sent = 0;
    long tries = 0;
    while (tries < (long) SOURCES * MOST_EACH && System.nanoTime() - end < 0) {
      byte[] question = questions.get((int) (tries % questions.size()));
      if (tries % questions.size() == questions.size() - 1) {
        rename(question, tries);
      }
      sent += sources.ask(question) > 0 ? 1 : 0;
      tries++;
    }
    return sent;
  }

  private static long accounted(Map<String, Long> counters) {
    return List.of("blocked", "cached", "forwarded", "malformed", "dropped").stream()
        .mapToLong(name -> Child.number(counters, name))
        .sum();
  }

  private static long gained(Map<String, Long> before, Map<String, Long> after, String... names) {
    return List.of(names).stream()
        .mapToLong(name -> Child.number(after, name) - Child.number(before, name))
        .sum();
  }

  private long received(Map<String, Long> before) throws IOException {
    return gained(before, child.ask("counters"), "queries") + KernelDrops.at(child.dns());
  }

  @Test
  void everyQueryOfAFloodIsAccountedFor(TestReporter report) throws IOException {
    Healthy healthy = new Healthy(child, echo.address());
    healthy.round(); // its free name is in the cache now: all that is forwarded from here on fails
    Map<String, Long> before = child.ask("counters");
    try (Sources sources = Sources.of(SOURCES, child.dns())) {
      long sent = flood(sources);
      Await.until(() -> received(before) >= sent, () -> "not all of " + sent + " came in");
      assertEquals(sent, received(before), "more counted than sent");
      healthy.round();
      Await.until(() -> isSettled(before), () -> "queries are left at the upstream");
      Map<String, Long> after = child.ask("counters");
      report.publishEntry("flood of " + sent, after.toString());
      assertLaws(before, after, sources.answers());
      healthy.round();
    }
    Map<String, Long> memory = child.ask("memory");
    report.publishEntry("after the flood", memory.toString());
    assertTrue(Child.number(memory, "heap") < MOST_HEAP, memory::toString);
    assertTrue(Child.number(memory, "direct") < MOST_DIRECT, memory::toString);
    assertEquals(Query.SERVFAIL, Query.rcode(healthy.udp(Query.of("last.silent.test"))));
  }

  private boolean isSettled(Map<String, Long> before) throws IOException {
    Map<String, Long> now = child.ask("counters");
    return gained(before, now, "forwarded") == gained(before, now, "failed");
  }

  private static void assertLaws(Map<String, Long> before, Map<String, Long> after, long answers) {
    assertEquals(Child.number(after, "queries"), accounted(after), after::toString);
    assertTrue(gained(before, after, "blocked") > SOURCES, () -> "no flood: " + after);
    assertTrue(gained(before, after, "cached") > SOURCES, () -> "no flood: " + after);
    assertTrue(gained(before, after, "forwarded") >= PENDING, () -> "no flood: " + after);
    assertTrue(gained(before, after, "dropped") > 0, () -> "never too busy: " + after);
    long answered = gained(before, after, "blocked", "cached", "failed");
    long unsent = gained(before, after, "unsent");
    assertEquals(answered - unsent - Healthy.QUERIES, answers, after::toString);
  }
}
