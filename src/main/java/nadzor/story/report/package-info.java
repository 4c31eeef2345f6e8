/** The report folder of a run: two files of lines that grow, two documents that are replaced. */
@NullMarked
package nadzor.story.report;

import org.jspecify.annotations.NullMarked;
