/**
 * The impact of an update for people and programs: text, JSON, CSV, and a page that loads nothing.
 */
@NullMarked
package nadzor.impact.report;

import org.jspecify.annotations.NullMarked;
