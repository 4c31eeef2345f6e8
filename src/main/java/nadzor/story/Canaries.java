package nadzor.story;

import nadzor.lab.Site;

/**
 * Two sites that guard a run. Immutable.
 *
 * @param restricted every restricting network blocks it at any time, or slows it down where it
 *     cannot block
 * @param free no network ever does
 */
public record Canaries(Site restricted, Site free) {}
