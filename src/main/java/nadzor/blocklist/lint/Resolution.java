package nadzor.blocklist.lint;

import java.net.InetAddress;
import nadzor.flow.DomainName;

/** A name that was seen to resolve to an address. Immutable. */
public record Resolution(DomainName name, InetAddress address) {}
