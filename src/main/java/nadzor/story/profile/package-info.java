/** Reads profile files: one class for each part of a line. */
@NullMarked
package nadzor.story.profile;

import org.jspecify.annotations.NullMarked;
