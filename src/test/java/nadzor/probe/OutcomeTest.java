package nadzor.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ok",
        "slow",
        "down",
        "unsure",
        "blocked(dns)",
        "blocked(tcp)",
        "blocked(tls)",
        "blocked(http)"
      })
  void readsWhatItWrites(String text) {
    assertEquals(Optional.of(text), Outcome.parse(text).map(Outcome::text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "OK", "blocked", "blocked(quux)", "blocked(tls) "})
  void readsNothingElse(String text) {
    assertTrue(Outcome.parse(text).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "ok, ok",
    "ok ok ok, ok",
    "ok slow, unsure",
    "blocked(tls) blocked(tls), blocked(tls)",
    "blocked(tls) blocked(http), unsure",
    "down unsure, unsure"
  })
  void combinesRepeats(String repeats, String together) {
    List<Outcome> outcomes =
        Arrays.stream(repeats.split(" ")).map(text -> Outcome.parse(text).orElseThrow()).toList();
    assertEquals(together, Outcome.combine(outcomes).text());
  }

  @Test
  void nothingMeasuredIsUnsure() {
    assertEquals(Outcome.UNSURE, Outcome.combine(List.of()));
  }
}
