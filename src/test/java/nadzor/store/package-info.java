/** Tests of the store: tables, and real databases with real faults. */
@NullMarked
package nadzor.store;

import org.jspecify.annotations.NullMarked;
