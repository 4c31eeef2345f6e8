/** What the literature says of techniques and profiles, held against what a survey finds. */
@NullMarked
package nadzor.story.catalogue;

import org.jspecify.annotations.NullMarked;
