package nadzor.registry;

/**
 * Parts of a decision by their numbers in the {@link Pool}, read without making the decision.
 *
 * @param id its id
 * @param caseId 0 where it is not in the pool; so of the others
 * @param order the number of its {@link Order}
 */
record Glance(String id, int caseId, int authority, int announcedLaw, int registerLaw, int order) {
  /** Whether all parts are in the pool. */
  boolean isWhole() {
    return caseId > 0 && authority > 0 && announcedLaw > 0 && registerLaw > 0;
  }
}
