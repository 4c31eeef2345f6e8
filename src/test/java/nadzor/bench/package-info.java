/**
 * What the bench scripts start and measure; no tests. See {@code src/test/scripts/bench}.
 *
 * <p>Figures mean something only side by side with others of the same run.
 */
@NullMarked
package nadzor.bench;

import org.jspecify.annotations.NullMarked;
