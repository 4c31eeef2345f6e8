package nadzor.lab;

import nadzor.transport.Transport;

/** What every server of a laboratory is started with. Immutable. */
record Hosting(Transport transport, Fence fence, HttpLimits limits) {}
