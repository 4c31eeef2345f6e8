/**
 * Readers and writers of what travels, without any input or output of their own: each reader is
 * pure and bounded and answers complete, need more, or not this.
 */
@NullMarked
package nadzor.wire;

import org.jspecify.annotations.NullMarked;
