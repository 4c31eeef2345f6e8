package nadzor.story;

import nadzor.lab.Site;

/**
 * Two sites that guard a run. Immutable.
 *
 * @param restricted every restricting network restricts it at any time
 * @param free no network ever does
 */
public record Canaries(Site restricted, Site free) {}
