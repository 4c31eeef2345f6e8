@NullMarked
package nadzor.story.report;

import org.jspecify.annotations.NullMarked;
