package nadzor.story.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "0.4,0.4 B/s",
    "650,650 B/s",
    "1000,1 kB/s",
    "18432,18.4 kB/s",
    "123456,123 kB/s",
    "52000000,52 MB/s",
    "3.5e12,3500 GB/s"
  })
  void ratesAreShort(double rate, String said) {
    assertEquals(said, Words.rate(rate));
  }

  @ParameterizedTest
  @CsvSource({
    "ok,OK",
    "slow,SLOW",
    "blocked(tls),BLOCKED",
    "down,DOWN",
    "unsure,UNSURE",
    "'ok 1/2, slow 1/2',MIXED",
    "'blocked(dns) 1/2, blocked(tls) 1/2',MIXED",
    "-,MIXED"
  })
  void outcomesHaveALook(String text, Look look) {
    assertEquals(look, Look.of(text));
  }

  @ParameterizedTest
  @CsvSource({"100,300", "1000,200", "10000,100", "100000,0", "1,300"})
  void aDecadeIsAsLongAsTheNext(double value, double y) {
    LogScale scale = LogScale.around(new double[] {650, 12_000, 0}, 300, 0);
    assertEquals(3, scale.decades().size() - 1);
    assertEquals(y, scale.y(value), 1e-9);
  }

  @Test
  void anAxisOfDaysNamesThemInMoscow() {
    TimeScale scale =
        new TimeScale(
            Instant.parse("2022-02-24T09:00:00Z"), Instant.parse("2022-02-28T09:00:00Z"), 0, 400);
    assertEquals("25 Feb", scale.marks().get(0).label());
    assertEquals(50, scale.marks().get(0).x(), 1e-9);
    assertEquals(4, scale.marks().size());
  }
}
