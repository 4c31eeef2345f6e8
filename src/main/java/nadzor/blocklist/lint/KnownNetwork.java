package nadzor.blocklist.lint;

import nadzor.flow.AddressRange;

/** A range of addresses and whose it is. Immutable. */
public record KnownNetwork(AddressRange range, String owner) {}
