package nadzor.registry;

import java.util.List;
import nadzor.blocklist.Notice;

/**
 * The statement on a restriction, written when it is read. What it says follows from the decision,
 * the names of its platforms, and what counted when it was taken. Immutable.
 */
final class RestrictionNotice implements Notice {
  private final Registry registry;
  private final Recorded<Decision> record;
  private final String id;

  /**
   * On a decision.
   *
   * @param record of the decision, which is read only when the statement is
   * @param id of the decision
   */
  RestrictionNotice(Registry registry, Recorded<Decision> record, String id) {
    this.registry = registry;
    this.record = record;
    this.id = id;
  }

  @Override
  public String text() {
    Decision decision = record.entry();
    return new StatementText(registry, Language.ENGLISH)
        .restriction(decision, decision.timetable().inForceFrom())
        .text();
  }

  private List<String> names() {
    return record.entry().order().targets().stream()
        .map(id -> registry.catalogue().platform(id).map(Platform::name).orElse(id))
        .toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RestrictionNotice notice
        && notice.id.equals(id)
        && (notice.record.equals(record) || notice.record.entry().equals(record.entry()))
        && notice.names().equals(names());
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "statement on " + id + " of " + String.join(", ", names());
  }
}
