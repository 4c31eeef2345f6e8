package nadzor.censor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketTest {
  private static final long SECOND = 1_000_000_000L;

  /** A sender who always has more: what passes in the seconds, in frozen time. */
  private static long passed(Rate rate, long seconds) {
    long now = 0;
    long sum = 0;
    TokenBucket bucket = new TokenBucket(rate, now);
    while (now < seconds * SECOND) {
      int allowance = bucket.allowance(now);
      if (allowance > 0) {
        bucket.spend(allowance, now);
        sum += allowance;
      }
      now += bucket.waitNanos(now);
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({
    "600,true",
    "650,true",
    "16250,true",
    "650,false",
    "2000,false",
    "1250000,true",
    "12500000,false",
    "12500000,true"
  })
  void longRunRateIsExact(double bytesPerSecond, boolean policing) {
    Rate rate = policing ? Rate.policing(bytesPerSecond) : Rate.shaping(bytesPerSecond);
    double expected = bytesPerSecond * 100;
    double slack = rate.bucketBytes() + 1;
    assertEquals(expected + slack / 2, (double) passed(rate, 100), slack);
  }

  @Test
  void policingBurstsAndStalls() {
    TokenBucket bucket = new TokenBucket(Rate.policing(1000), 0);
    assertEquals(1000, bucket.allowance(0));
    bucket.spend(1000, 0);
    assertEquals(0, bucket.allowance(SECOND * 9 / 10));
    assertEquals(SECOND, bucket.waitNanos(0));
    assertEquals(1000, bucket.allowance(SECOND));
  }

  @Test
  void shapingFlowsEvenly() {
    TokenBucket bucket = new TokenBucket(new Rate(1000, 100, false), 0);
    bucket.spend(100, 0);
    assertEquals(50, bucket.allowance(SECOND / 20));
    assertEquals(SECOND / 100, bucket.waitNanos(0));
  }

  @Test
  void aPauseFillsNoMoreThanTheBucket() {
    TokenBucket bucket = new TokenBucket(Rate.policing(1000), 0);
    bucket.spend(1000, 0);
    assertEquals(1000, bucket.allowance(3600 * SECOND));
  }

  @Test
  void waitingEndsInAnAllowance() {
    TokenBucket bucket = new TokenBucket(new Rate(7, 1, false), 0);
    long now = 0;
    for (int i = 0; i < 100; i++) {
      bucket.spend(bucket.allowance(now), now);
      now += bucket.waitNanos(now);
      assertTrue(bucket.allowance(now) > 0, "after " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesWhatIsNoRate(double bytesPerSecond) {
    assertThrows(IllegalArgumentException.class, () -> new Rate(bytesPerSecond, 1, true));
  }
}
