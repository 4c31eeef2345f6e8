package nadzor.registry;

import java.time.Instant;
import java.util.List;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Notice;

/**
 * What one decision holds of one platform. Immutable.
 *
 * @param id its number; the same for a decision and platform at every instant of one journal
 * @param includeTime when it was put into the register
 * @param entryType 1 to 8, the article of law 149-FZ
 * @param blockType how the entry is meant
 * @param decision the decision as the register cites it
 * @param legalBasis the law that the register shows
 * @param decisionId the id of the decision
 * @param caseId the id of its case
 * @param platformId the id of the platform
 * @param measure what is ordered
 * @param resources the platform's resources in the scope of the decision
 * @param statement the public statement of the restriction, written when it is asked for
 */
public record RegisterEntry(
    long id,
    Instant includeTime,
    int entryType,
    BlockType blockType,
    CitedDecision decision,
    String legalBasis,
    String decisionId,
    String caseId,
    String platformId,
    Measure measure,
    List<Resource> resources,
    Notice statement) {
  /** Copies the resources. */
  public RegisterEntry {
    resources = List.copyOf(resources);
  }

  /** The text of the public statement. */
  public String notice() {
    return statement.text();
  }
}
