/** Options, and what they are read as, that several commands share. */
@NullMarked
package nadzor.cli.option;

import org.jspecify.annotations.NullMarked;
