package nadzor.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same dates and times are read, and the same refused, as the JDK's own formatters do. */
class DatesTest {
  private static <T> Optional<T> read(Function<String, T> reader, String text) {
    try {
      return Optional.of(reader.apply(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2022-02-24",
        "2020-02-29",
        "2021-02-29",
        "2022-04-31",
        "2022-13-01",
        "2022-00-10",
        "2022-01-00",
        "2022-1-1",
        "0000-01-01",
        "0999-12-31",
        "-001-01-01",
        "+12022-01-01",
        "2022/02/24",
        "2022-02/24",
        "20x2-02-24",
        "2022-0a-24",
        "2022-02-2:",
        "",
        "2022-02-24 "
      })
  void datesAreReadAsTheJdkReadsThem(String text) {
    assertEquals(read(LocalDate::parse, text), read(Dates::date, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2022-03-04T19:00:00", "2022-03-04t19:00:00", "2022-03-04T24:00:00", "2022-03-04T23:60:00",
        "2022-03-04T23:59:60", "2022-03-04T19:00", "2022-03-04T19:00:00.5", "2022-03-04 19:00:00",
        "2022-02-30T19:00:00", "2022-03-04T19-00:00", "2022-03-04T19:00-00", "2022-03-04T1x:00:00",
        "2022-03-04T19:0x:00", "2022-03-04T19:00:0x", "2022-03-04T19:00:00Z", "2022-03-04T19:00:0"
      })
  void timesAreReadAsTheJdkReadsThem(String text) {
    assertEquals(read(LocalDateTime::parse, text), read(Dates::time, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2021-02-29", "2022-2-24"})
  void whatIsNoneIsSaidInOneWay(String text) {
    assertThrows(DateTimeException.class, () -> Dates.date(text));
  }
}
