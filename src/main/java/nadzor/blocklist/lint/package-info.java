/** What a person would regret about a blocklist, found before it goes out. */
@NullMarked
package nadzor.blocklist.lint;

import org.jspecify.annotations.NullMarked;
