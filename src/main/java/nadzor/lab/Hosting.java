package nadzor.lab;

import nadzor.transport.Transport;

/**
 * What every server of a laboratory is started with. Immutable.
 *
 * @param http3 whether HTTP/3 can be served here
 */
record Hosting(Transport transport, Fence fence, HttpLimits limits, boolean http3) {}
