/** Versions of a list: built from what others wrote, looked at, written for others. */
@NullMarked
package nadzor.office.lists;

import org.jspecify.annotations.NullMarked;
