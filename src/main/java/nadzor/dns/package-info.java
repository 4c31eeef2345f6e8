/** The resolver: UDP and TCP, cache and upstreams; turns DNS effects into answers. */
@NullMarked
package nadzor.dns;

import org.jspecify.annotations.NullMarked;
