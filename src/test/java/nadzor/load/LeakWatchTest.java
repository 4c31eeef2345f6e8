package nadzor.load;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The instrument itself: a leak in the process of the servers is seen from here. */
final class LeakWatchTest {
  private static final int HEAP_MEBIBYTES = 64;

  @Test
  void aForgottenBufferFailsTheTest() throws IOException {
    Child leaking = Child.start(HEAP_MEBIBYTES, Settings.of());
    leaking.ask("leak");
    AssertionError told = assertThrows(AssertionError.class, leaking::close);
    assertTrue(String.valueOf(told.getMessage()).contains("LEAK: "), told::toString);
  }

  @Test
  void servingLeaksNothing() throws IOException {
    Child child = Child.start(HEAP_MEBIBYTES, Settings.of());
    try (child;
        Origin echo = Origin.echoing()) {
      new Healthy(child, echo.address()).round();
    }
    assertFalse(child.isAlive());
  }
}
