/** Commands on the versions of a list: built, compared, linted, put in force, exported. */
@NullMarked
package nadzor.cli.list;

import org.jspecify.annotations.NullMarked;
