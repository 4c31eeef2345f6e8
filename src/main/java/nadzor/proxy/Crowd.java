package nadzor.proxy;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/** How many of something each client address has, up to a limit. Thread-safe. */
final class Crowd {
  private final int limit;
  private final Map<InetAddress, Integer> counts = new HashMap<>();

  Crowd(int limit) {
    this.limit = limit;
  }

  /** One more; false where the client has as many as it may. */
  synchronized boolean enter(InetAddress client) {
    int before = counts.getOrDefault(client, 0);
    if (before >= limit) {
      return false;
    }
    counts.put(client, before + 1);
    return true;
  }

  /** One less. */
  synchronized void leave(InetAddress client) {
    counts.computeIfPresent(client, (who, count) -> count > 1 ? count - 1 : null);
  }
}
