/**
 * The wire of a network, for its clients: a port that takes HTTP CONNECT, absolute-form HTTP and
 * SOCKS, transparent ports for TLS and HTTP, and aliases of single destinations. Relays streams and
 * datagrams, and carries out what the judge says of each flow.
 */
@NullMarked
package nadzor.proxy;

import org.jspecify.annotations.NullMarked;
