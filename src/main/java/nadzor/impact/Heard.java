package nadzor.impact;

/**
 * Requests for one name that are judged alike. Immutable.
 *
 * @param verdict the number of the verdict
 * @param requests how many
 */
record Heard(int verdict, long requests) {}
