package nadzor.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an exception goes back to. */
final class Causes {
  private Causes() {}

  /** The first of that type among the exception and its causes. */
  static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
    for (@Nullable Throwable one = thrown; one != null; one = one.getCause()) {
      if (type.isInstance(one)) {
        return Optional.of(type.cast(one));
      }
    }
    return Optional.empty();
  }
}
