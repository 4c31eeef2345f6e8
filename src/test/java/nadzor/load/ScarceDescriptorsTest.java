package nadzor.load;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** More clients than the servers have descriptors for: they wait, and are served in the end. */
final class ScarceDescriptorsTest {
  private static final int DESCRIPTORS = 200;
  private static final int CLIENTS = 300;
  private static final int HEAP_MEBIBYTES = 64;

  @Test
  void theServersOutliveALackOfDescriptors() throws IOException {
    Child child = Child.withDescriptors(DESCRIPTORS, HEAP_MEBIBYTES, Settings.of());
    try (Origin echo = Origin.echoing()) {
      Healthy healthy = new Healthy(child, echo.address());
      long before = child.descriptors();
      healthy.round();
      try (Multitude multitude = new Multitude(child.proxy())) {
        while (multitude.size() < CLIENTS) {
          multitude.add(new byte[0]);
        }
        Await.until(() -> child.said().contains("Too many open files"), () -> "no lack of any");
        assertTrue(child.counter("open") < CLIENTS, "all were let in");
      }
      Await.until(
          () -> child.counter("open") == 0 && child.descriptors() <= before,
          () -> child.descriptors() + " descriptors, and before there were " + before);
      healthy.round();
    } finally {
      String said = child.end();
      assertTrue(!said.contains("LEAK") && !said.contains("OutOfMemory"), said);
    }
  }
}
