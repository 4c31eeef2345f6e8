package nadzor.web;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * What was answered to requests with an idempotency key: the same request is answered the same
 * again, for an hour. Thread-safe.
 */
final class Replays {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int MOST = 10_000;

  private record Kept(String print, Optional<Answer> answer) {}

  private final Cache<String, Kept> cache =
      CacheBuilder.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

  Answer once(Call call, Supplier<Answer> answer) {
    Optional<String> key = call.header("idempotency-key");
    if (key.isEmpty()) {
      return answer.get();
    }
    String print = print(call);
    Kept running = new Kept(print, Optional.empty());
    Kept before = known().putIfAbsent(key.get(), running);
    if (before != null) {
      return again(before, print);
    }
    try {
      Answer given = answer.get();
      known().put(key.get(), new Kept(print, Optional.of(given)));
      return given;
    } finally {
      known().remove(key.get(), running);
    }
  }

  private ConcurrentMap<String, Kept> known() {
    return cache.asMap();
  }

  private static Answer again(Kept before, String print) {
    Fault fault = new Fault("#header/Idempotency-Key", "a key that was used", "a new one");
    if (!before.print.equals(print)) {
      throw new Problem(
          422,
          "key-reused",
          "The key belongs to another request",
          fault.detail(),
          java.util.List.of(fault));
    }
    return before
        .answer()
        .map(answer -> answer.with("idempotency-replayed", "true"))
        .orElseThrow(
            () ->
                Problem.of(
                    409, "under-way", "The same request is under way", "wait for its answer"));
  }

  private static String print(Call call) {
    return Hashing.sha256().hashString(call.print(), StandardCharsets.UTF_8).toString();
  }
}
