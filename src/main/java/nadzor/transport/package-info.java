/** Event loops and channel classes, shared by every network: epoll where it loads, else NIO. */
@NullMarked
package nadzor.transport;

import org.jspecify.annotations.NullMarked;
