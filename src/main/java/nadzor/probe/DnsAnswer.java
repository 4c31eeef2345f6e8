package nadzor.probe;

import java.net.InetAddress;
import java.util.Optional;

/**
 * One record of an answer section. Immutable.
 *
 * @param type {@code A}, {@code AAAA} or {@code CNAME}
 * @param address of an A or AAAA record
 * @param hostname of a CNAME record
 * @param ttl seconds
 */
public record DnsAnswer(
    String type, Optional<InetAddress> address, Optional<String> hostname, long ttl) {}
