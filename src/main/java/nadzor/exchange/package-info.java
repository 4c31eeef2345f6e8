/**
 * Blocklists as others write them: in and out, streaming, every repair and refusal with file and
 * line.
 */
@NullMarked
package nadzor.exchange;

import org.jspecify.annotations.NullMarked;
