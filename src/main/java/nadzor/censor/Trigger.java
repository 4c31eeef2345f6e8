package nadzor.censor;

import nadzor.blocklist.Rule;
import nadzor.flow.Sighting;

/**
 * What set a stream action off.
 *
 * @param sighting what was seen; a view, not to be kept
 * @param rule the rule that orders the measure
 * @param pages writes block pages
 */
public record Trigger(Sighting sighting, Rule rule, Pages pages) {}
