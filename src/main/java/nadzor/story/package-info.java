/** Scenarios: reads them, plays them against the laboratory, holds them to what they expect. */
@NullMarked
package nadzor.story;

import org.jspecify.annotations.NullMarked;
