/** Plain values that every other room speaks in: names, addresses, flows and sightings. */
@NullMarked
package nadzor.flow;

import org.jspecify.annotations.NullMarked;
