/**
 * The wire of a network, for its clients: one port that takes HTTP CONNECT, absolute-form HTTP and
 * SOCKS, relays, and carries out what the judge says of the flow.
 */
@NullMarked
package nadzor.proxy;

import org.jspecify.annotations.NullMarked;
