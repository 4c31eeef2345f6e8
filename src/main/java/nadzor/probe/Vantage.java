package nadzor.probe;

import nadzor.flow.Endpoint;

/**
 * Where a probe stands: one network, as its clients are given it. Immutable.
 *
 * @param network the network's name
 * @param resolver the network's own resolver, UDP and TCP
 * @param foreignResolver a resolver abroad, as it is reached from this network
 * @param proxy the SOCKS5 port through which all streams of this network go
 */
public record Vantage(
    String network, Endpoint resolver, Endpoint foreignResolver, Endpoint proxy) {}
