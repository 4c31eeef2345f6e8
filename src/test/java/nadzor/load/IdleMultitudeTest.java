package nadzor.load;

import static nadzor.load.Words.ascii;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Ten thousand clients that hold on and say no more, on the heap of a small machine. */
final class IdleMultitudeTest {
  private static final int CLIENTS = 10_000;
  private static final int HEAP_MEBIBYTES = 512;

  /** Above what they are measured to take (40 MiB), below what would not fit ten times over. */
  private static final long MOST_HEAP = 128L << 20;

  private static final long MOST_DIRECT = 128L << 20;

  /** What is open besides in this process and in the other. */
  private static final int SPARE = 1_000;

  private static final int GRANTED = "HTTP/1.1 200 Connection established\r\n\r\n".length();

  private final Child child;
  private final Origin echo = Origin.echoing();
  private final Origin holding = Origin.holding();

  IdleMultitudeTest() throws IOException {
    child = Child.start(HEAP_MEBIBYTES, Settings.of());
  }

  @AfterEach
  void close() throws IOException {
    echo.close();
    holding.close();
    child.close();
  }

  /** Every tenth has a tunnel, which takes another descriptor on either side. */
  private static int clients(TestReporter report) {
    int most = (int) ((Descriptors.limit() - SPARE) * 10L / 11);
    if (most < CLIENTS) {
      report.publishEntry(
          "fewer clients", "%d instead of %d: `ulimit -Hn` is too low".formatted(most, CLIENTS));
    }
    assertTrue(most >= 1_000, () -> "`ulimit -Hn` leaves but " + most + " clients");
    return Math.min(CLIENTS, most);
  }

  private void fill(Multitude multitude, int clients) throws IOException {
    byte[] connect = Words.connect("www.free.test", holding.address());
    byte[] half = ascii("CONNECT www.free.test:443 HTTP/1.1\r\nX-Line: hal");
    for (int i = 0; i < clients; i++) {
      if (i % 10 == 0) {
        multitude.add(connect, GRANTED);
      } else {
        multitude.add(i % 10 == 1 ? half : new byte[0]);
      }
    }
  }

  @Test
  void tenThousandIdleClientsAreHeldAndGivenBack(TestReporter report) throws IOException {
    int clients = clients(report);
    Healthy healthy = new Healthy(child, echo.address());
    long before = child.descriptors();
    healthy.round();
    Map<String, Long> memory;
    try (Multitude multitude = new Multitude(child.proxy())) {
      fill(multitude, clients);
      Await.until(
          () -> child.counter("open") >= clients, () -> "not all of " + clients + " are in");
      healthy.round();
      memory = child.ask("memory");
      Await.until(() -> child.counter("open") == clients, () -> "someone left, or came");
      assertTrue(child.descriptors() >= before + clients + clients / 10, "not held");
    }
    Await.until(
        () -> child.counter("open") == 0 && child.descriptors() <= before,
        () -> "not all given back: " + child.descriptors() + " descriptors, once " + before);
    assertEquals(clients + 2, child.counter("accepted"));
    assertTrue(Child.number(memory, "heap") < MOST_HEAP, memory::toString);
    assertTrue(Child.number(memory, "direct") < MOST_DIRECT, memory::toString);
    healthy.round();
    report.publishEntry(clients + " idle clients", memory.toString());
  }
}
