package nadzor.story;

import java.time.Instant;

/**
 * An instant at which the story stops to measure. Immutable.
 *
 * @param name its name within the scenario
 * @param at when, in the story's calendar
 * @param about one sentence; may be empty
 */
public record Step(String name, Instant at, String about) {}
