/** Commands that talk to a running laboratory over its API, and what they have in common. */
@NullMarked
package nadzor.cli.live;

import org.jspecify.annotations.NullMarked;
