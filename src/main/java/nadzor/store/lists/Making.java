package nadzor.store.lists;

import java.time.Instant;
import java.util.List;

/**
 * How a version comes about. Immutable.
 *
 * @param by who builds it
 * @param at when
 * @param note what the builder wants to be remembered
 * @param sources what it is built from
 */
public record Making(String by, Instant at, String note, List<SourceFile> sources) {
  /** Copies the list. */
  public Making {
    sources = List.copyOf(sources);
  }
}
