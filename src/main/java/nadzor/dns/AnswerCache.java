package nadzor.dns;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whole answers for as long as their TTLs allow, the least recently used leaving first; negative
 * ones by the SOA's minimum (RFC 2308). Bounded in octets. Who reads it has judged the question
 * first. Thread-safe.
 */
final class AnswerCache {
  /**
   * An answer with the seconds that it has been here.
   *
   * @param since when it came, by {@link #now}
   */
  record Aged(StoredAnswer answer, long since, int seconds) {}

  private record Entry(StoredAnswer answer, long since) {}

  private final Cache<QuestionKey, Entry> entries;
  private final long maxOctets;
  private final LongSupplier nanos;

  /**
   * @param maxOctets roughly what all entries may occupy; 0 keeps nothing
   * @param nanos a clock that only differences are taken of, in nanoseconds
   */
  AnswerCache(long maxOctets, LongSupplier nanos) {
    this.maxOctets = maxOctets;
    this.nanos = nanos;
    entries =
        CacheBuilder.newBuilder()
            .concurrencyLevel(1)
            .maximumWeight(maxOctets)
            .weigher((QuestionKey key, Entry entry) -> key.weight() + entry.answer.weight())
            .build();
  }

  /** The clock that ages are counted by, in nanoseconds. */
  long now() {
    return nanos.getAsLong();
  }

  /** The most octets that the answers may occupy. */
  long maxOctets() {
    return maxOctets;
  }

  /** Keeps the answer if it may be kept at all. */
  void put(AnswerKey key, StoredAnswer answer) {
    if (answer.life() > 0) {
      entries.put(key, new Entry(answer, nanos.getAsLong()));
    }
  }

  /** The answer, if it is still alive. */
  Optional<Aged> get(QuestionKey key) {
    @Nullable Entry entry = entries.getIfPresent(key);
    if (entry == null) {
      return Optional.empty();
    }
    long age = TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong() - entry.since);
    if (age >= entry.answer.life()) {
      entries.asMap().remove(key, entry);
      return Optional.empty();
    }
    return Optional.of(new Aged(entry.answer, entry.since, (int) age));
  }

  /** How many answers are kept. */
  long size() {
    entries.cleanUp();
    return entries.size();
  }
}
