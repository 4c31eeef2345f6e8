package nadzor.exchange;

/**
 * What a test list tells of a site that is to be measured (Citizen Lab test lists). Immutable.
 *
 * @param categoryCode as {@code GRP}
 * @param category in words
 * @param dateAdded {@code yyyy-MM-dd}
 * @param source who proposed it
 * @param notes anything
 */
public record TestSite(
    String categoryCode, String category, String dateAdded, String source, String notes)
    implements Details {}
