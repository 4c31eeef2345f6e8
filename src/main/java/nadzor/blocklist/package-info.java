/** Rules with their reasons, and the compiled, immutable, numbered versions of them. */
@NullMarked
package nadzor.blocklist;

import org.jspecify.annotations.NullMarked;
