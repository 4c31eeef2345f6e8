/** Files that a user edits: YAML with positions, held against a schema; errors name the place. */
@NullMarked
package nadzor.files;

import org.jspecify.annotations.NullMarked;
