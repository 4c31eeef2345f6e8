/**
 * The blind measuring instrument: visits a site in a network with one technique and says what it
 * saw. Of ours it knows plain values only, so that it can be evidence against the rest.
 */
@NullMarked
package nadzor.probe;

import org.jspecify.annotations.NullMarked;
