package nadzor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhenTest {
  @ParameterizedTest
  @CsvSource({
    "2022-03-04,2022-03-04T20:59:59.999Z",
    "2022-03-14T00:00:00+03:00,2022-03-13T21:00:00Z",
    "2022-03-13T21:00:00Z,2022-03-13T21:00:00Z"
  })
  void aDateIsTheEndOfThatDayInMoscow(String written, String instant) {
    assertEquals(Instant.parse(instant), When.of(written).instant());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2022-02-30", "4 March", "2022-03-14T00:00:00", "", "2022-3-4"})
  void refusesWhatCannotBe(String written) {
    assertThrows(IllegalArgumentException.class, () -> When.of(written));
  }

  @Test
  void isShownInMoscowTime() {
    assertEquals(
        "14 March 2022, 00:00 Moscow time", When.shown(Instant.parse("2022-03-13T21:00:00Z")));
  }
}
