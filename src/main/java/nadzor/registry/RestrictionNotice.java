package nadzor.registry;

import java.util.List;
import nadzor.blocklist.Notice;

/**
 * The statement on a restriction, written when it is read. What it says follows from the decision,
 * the names of its platforms, and what counted when it was taken. Immutable.
 */
final class RestrictionNotice implements Notice {
  private final Registry registry;
  private final Decision decision;

  RestrictionNotice(Registry registry, Decision decision) {
    this.registry = registry;
    this.decision = decision;
  }

  @Override
  public String text() {
    return new StatementText(registry, Language.ENGLISH)
        .restriction(decision, decision.timetable().inForceFrom())
        .text();
  }

  private List<String> names() {
    return decision.order().targets().stream()
        .map(id -> registry.catalogue().platform(id).map(Platform::name).orElse(id))
        .toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RestrictionNotice notice
        && notice.decision.equals(decision)
        && notice.names().equals(names());
  }

  @Override
  public int hashCode() {
    return decision.id().hashCode();
  }

  @Override
  public String toString() {
    return "statement on " + decision.id() + " of " + String.join(", ", names());
  }
}
