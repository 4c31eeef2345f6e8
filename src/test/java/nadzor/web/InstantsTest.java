package nadzor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
  @ParameterizedTest
  @CsvSource({
    "7d, P7D",
    "36h, PT36H",
    "90m, PT90M",
    "5s, PT5S",
    "1h30m, PT90M",
    "1d12h, PT36H",
    "PT1H, PT1H"
  })
  void durationsArePlainOrByIso(String written, String iso) {
    assertEquals(Duration.parse(iso), Instants.duration("/by", written));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "d", "7 d", "7w", "30m1h", "-7d", "99999999999999999999d"})
  void whatIsNoDurationIsRefused(String written) {
    assertThrows(Problem.class, () -> Instants.duration("/by", written));
  }
}
