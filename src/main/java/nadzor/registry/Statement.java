package nadzor.registry;

import java.time.Instant;

/**
 * A public text of the laboratory's authorities. Immutable.
 *
 * @param kind what it tells
 * @param publishedAt when
 * @param about the id of the demand or decision
 * @param caseId the case
 * @param title one line
 * @param text the whole statement, title and the mark as a simulation included; lines end in LF
 */
public record Statement(
    StatementKind kind,
    Instant publishedAt,
    String about,
    String caseId,
    String title,
    String text) {
  /** The first line of every statement. */
  public static final String SIMULATION =
      "Simulation: laboratory statement of nadzor, not a publication of any authority.";
}
