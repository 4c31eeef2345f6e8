/**
 * What an update of a blocklist changes for the requests of a traffic log: two versions, one judge,
 * one log.
 */
@NullMarked
package nadzor.impact;

import org.jspecify.annotations.NullMarked;
