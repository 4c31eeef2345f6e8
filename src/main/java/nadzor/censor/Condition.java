package nadzor.censor;

import nadzor.flow.Sighting;

/**
 * What must hold, beside the name or address, for a line of a profile to hit. A new condition is
 * one new file in {@code condition}. Immutable, pure; asked on the hot paths, so it does not
 * allocate.
 */
public interface Condition {
  /** The word in profile files, as {@code port}. */
  String name();

  /** Whether it can be asked of this kind of sighting. */
  boolean suits(Sighting.Kind on);

  /** Whether it holds. */
  boolean holds(Sighting sighting, Scene scene);

  /** Whether it holds wherever the other does: a line is hidden behind one that asks for less. */
  default boolean covers(Condition other) {
    return equals(other);
  }
}
