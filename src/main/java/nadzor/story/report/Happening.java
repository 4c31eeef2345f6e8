package nadzor.story.report;

import java.time.Instant;

/** One line of the timeline's table. */
record Happening(Instant at, String kind, Html said) {}
