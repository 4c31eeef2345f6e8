/** Commands: reads what the user asks, starts and stops in order, says what came of it. */
@NullMarked
package nadzor.cli;

import org.jspecify.annotations.NullMarked;
