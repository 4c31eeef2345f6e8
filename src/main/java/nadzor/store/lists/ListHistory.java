package nadzor.store.lists;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What happened in a folder of lists, first things first. Immutable.
 *
 * @param events each of a version that was built before, or is then
 */
public record ListHistory(List<ListEvent> events) {
  /** Copies the list. */
  public ListHistory {
    events = List.copyOf(events);
  }

  /** The versions that were built. */
  public List<ListVersion> versions() {
    return events.stream()
        .filter(ListVersion.class::isInstance)
        .map(ListVersion.class::cast)
        .toList();
  }

  /** The version of a number. */
  public Optional<ListVersion> find(long number) {
    return versions().stream().filter(one -> one.number() == number).findFirst();
  }

  /** The version that was built last. */
  public Optional<ListVersion> latest() {
    List<ListVersion> all = versions();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** The number of the version in force. */
  public Optional<Long> inForce() {
    return Optional.ofNullable(stack().peek());
  }

  /** The number of the version that a rollback would put back. */
  public Optional<Long> before() {
    return stack().stream().skip(1).findFirst();
  }

  /** What was put in force and not taken back, the latest first. */
  private Deque<Long> stack() {
    Deque<Long> stack = new ArrayDeque<>();
    for (ListEvent event : events) {
      if (event instanceof Activation activation && activation.isRollback()) {
        stack.pop();
      } else if (event instanceof Activation activation) {
        stack.push(activation.number());
      }
    }
    return stack;
  }
}
