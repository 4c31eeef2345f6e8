package nadzor.impact;

/**
 * A control that the new version restricts. Immutable.
 *
 * @param control the control
 * @param view under which view
 * @param before whether the version in force restricts it already
 * @param measure what is ordered
 * @param rule by which rule, as text
 * @param requests requests of the log whose control twin it is
 */
public record ControlHit(
    Control control, String view, boolean before, String measure, String rule, long requests) {}
