package nadzor.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import nadzor.flow.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Techniques that wait: how long, where, and what they make of it. */
class WaitingTest {
  private static FakeServer.Script origin() {
    return new FakeTls(
        Laboratory.CA.issue(Laboratory.HOST),
        Scripts.sayAndClose(Scripts.page(200, "Facebook (laboratory)", "Hello")));
  }

  @Test
  void idleWaitsBeforeTheFirstOctet() throws IOException {
    try (Rig rig = new Rig(origin())) {
      Observation seen = rig.visit("idle-first");
      assertEquals(Optional.empty(), seen.death());
      assertEquals(List.of(Duration.ofMinutes(10)), rig.rests);
      assertTrue(seen.answer().isPresent());
    }
  }

  @ParameterizedTest
  @CsvSource({"residual-now, PT0S", "residual-later, PT1M15S"})
  void aNeutralNameFollowsAtTheSameAddress(String technique, String wait) throws IOException {
    try (Rig rig = new Rig(origin())) {
      Observation seen = rig.visit(technique);
      assertEquals(Optional.empty(), seen.death());
      assertEquals(List.of(Duration.parse(wait)), rig.rests);
      assertEquals(2, rig.socks.targets().size());
      assertEquals(rig.socks.targets().get(0), rig.socks.targets().get(1));
      assertEquals(Optional.of(Laboratory.HOST), seen.before().get(0).serverName());
      assertEquals(Optional.of(Rig.NEUTRAL), seen.tls().orElseThrow().serverName());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTriggerThatIsResetIsNoEndAndWhatItLeavesIsSeen(boolean remembers) throws IOException {
    AtomicInteger visits = new AtomicInteger();
    FakeServer.Script fine = origin();
    FakeServer.Script filter =
        socket -> {
          if (visits.getAndIncrement() == 0 || remembers) {
            Scripts.resetAfterFirstBytes().play(socket);
          } else {
            fine.play(socket);
          }
        };
    try (Laboratory control = Laboratory.with(origin());
        Laboratory laboratory = Laboratory.with(filter)) {
      Observation seen = neutral(laboratory);
      Observation beside = neutral(control);
      assertTrue(seen.before().get(0).failure().isPresent());
      assertFalse(beside.before().get(0).failure().isPresent());
      Outcome expected = remembers ? Outcome.blocked(Stage.TLS) : Outcome.OK;
      assertEquals(expected, Assessment.of(seen, beside).outcome());
    }
  }

  private static Observation neutral(Laboratory laboratory) {
    Hints hints = Hints.NONE.withNeutral(DomainName.of(Rig.NEUTRAL));
    Vantage vantage = laboratory.vantage().with(hints);
    return Laboratory.visit(vantage, "residual-now", Laboratory.ample());
  }
}
