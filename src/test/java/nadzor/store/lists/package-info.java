/** Tests of the store: tables, and real databases with real faults. */
@NullMarked
package nadzor.store.lists;

import org.jspecify.annotations.NullMarked;
