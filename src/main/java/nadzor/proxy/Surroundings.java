package nadzor.proxy;

import nadzor.censor.Enforcement;

/** What all connections of one proxy share. Immutable. */
record Surroundings(
    ProxyWorld world,
    Enforcement enforcement,
    ProxyLimits limits,
    ProxyCounters counters,
    Connector connector) {}
