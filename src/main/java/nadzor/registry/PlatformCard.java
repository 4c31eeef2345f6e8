package nadzor.registry;

import java.time.Instant;

/**
 * A platform is entered in the registry with its resources, or corrected: of two cards of one id
 * the later one is read, and decisions hold the resources that it gives. Immutable.
 *
 * @param platform the service
 * @param enteredAt when
 */
public record PlatformCard(Platform platform, Instant enteredAt) implements Entry {
  @Override
  public EntryKind kind() {
    return EntryKind.PLATFORM;
  }

  @Override
  public String about() {
    return platform.id();
  }

  @Override
  public Instant happenedAt() {
    return enteredAt;
  }

  @Override
  public void accept(EntryVisitor visitor) {
    visitor.platformCard(this);
  }
}
