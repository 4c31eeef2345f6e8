/** Actions, one file each: what a network does where a line of its profile hits. */
@NullMarked
package nadzor.censor.action;

import org.jspecify.annotations.NullMarked;
