package nadzor.story;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import nadzor.files.Position;

/**
 * What is expected of the list of one step before it ships: what lint finds in it, and what it
 * changes for the requests of a log, beside the list of the step before. Immutable.
 *
 * @param at where the file says so
 * @param step the step from which the list is in force
 * @param traffic the log
 * @param findings all findings of lint, warnings and errors; in any order
 * @param restricted the names of the log that are newly restricted
 * @param free the names of the log that are newly free
 */
record Update(
    Position at,
    String step,
    Path traffic,
    List<Flaw> findings,
    Set<String> restricted,
    Set<String> free) {
  /** Copies the collections. */
  Update {
    findings = List.copyOf(findings);
    restricted = Set.copyOf(restricted);
    free = Set.copyOf(free);
  }

  /**
   * A finding of lint.
   *
   * @param check which check
   * @param entry the matcher of the rule, as lists write it
   * @param hits how many of the world's names it hits by mistake
   */
  record Flaw(String check, String entry, long hits) {
    @Override
    public String toString() {
      return "%s of %s, %d names".formatted(check, entry, hits);
    }
  }
}
