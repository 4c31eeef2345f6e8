/** The regulator that runs: one laboratory, its journal, its calendar, what is in force. */
@NullMarked
package nadzor.office;

import org.jspecify.annotations.NullMarked;
