package nadzor.registry;

import java.util.List;

/**
 * Some of the statements that were published. Immutable.
 *
 * @param statements the last first
 * @param total how many there are in all
 */
public record Published(List<Statement> statements, int total) {
  /** Copies the list. */
  public Published {
    statements = List.copyOf(statements);
  }
}
