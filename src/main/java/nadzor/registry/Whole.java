package nadzor.registry;

import java.time.Instant;
import java.util.Optional;

/** One record as objects; there are no other places. Immutable. */
record Whole(long number, Instant at, String by, Entry entry) implements Held {
  @Override
  public long number(int known) {
    return number;
  }

  @Override
  public Instant at(int place) {
    return at;
  }

  @Override
  public String by(int place) {
    return by;
  }

  @Override
  public Entry entry(int place) {
    return entry;
  }

  @Override
  public EntryKind kind(int place) {
    return entry.kind();
  }

  @Override
  public Optional<Glance> glance(int place, Pool words) {
    return Optional.empty();
  }

  @Override
  public String about(int place) {
    return entry.about();
  }

  @Override
  public boolean isAbout(int place, String id) {
    return entry.about().equals(id);
  }
}
