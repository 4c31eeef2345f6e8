/**
 * Measures techniques against profiles in a laboratory made for it: the matrix, and its reasons.
 */
@NullMarked
package nadzor.story.survey;

import org.jspecify.annotations.NullMarked;
