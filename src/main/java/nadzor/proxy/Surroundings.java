package nadzor.proxy;

import nadzor.censor.Enforcement;

/** What all connections of one proxy share; no figure of it is of one connection. */
record Surroundings(
    ProxyWorld world,
    Enforcement enforcement,
    ProxyLimits limits,
    ProxyCounters counters,
    Connector connector,
    DatagramSockets datagrams,
    Crowd associations) {}
