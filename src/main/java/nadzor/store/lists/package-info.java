/** Versions of blocklists in a folder: kept whole or as deltas, with a history that only grows. */
@NullMarked
package nadzor.store.lists;

import org.jspecify.annotations.NullMarked;
