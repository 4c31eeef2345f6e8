/**
 * Bad input and load on real sockets: the servers run in a process of their own, whose heap,
 * descriptors and last words are looked at from outside. Tests only, each bounded in time and
 * number.
 */
@NullMarked
package nadzor.load;

import org.jspecify.annotations.NullMarked;
