/** Conditions, one file each: what must hold beside a name for a line of a profile to hit. */
@NullMarked
package nadzor.censor.condition;

import org.jspecify.annotations.NullMarked;
