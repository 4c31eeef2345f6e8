/** Readers of traffic logs: streaming, bounded; what cannot be used is counted, with its place. */
@NullMarked
package nadzor.impact.traffic;

import org.jspecify.annotations.NullMarked;
