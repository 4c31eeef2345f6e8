package nadzor.probe;

import java.util.List;
import java.util.Optional;
import nadzor.flow.Endpoint;

/**
 * The first datagrams of QUIC both ways. Immutable.
 *
 * @param to the address behind the way for datagrams
 * @param serverName as it stood in the ClientHello
 * @param version as it stood in our Initial
 * @param offered the versions of a Version Negotiation packet, where one came
 * @param received payloads that came
 * @param failure why it failed
 * @param span when
 */
public record QuicStep(
    Endpoint to,
    Optional<String> serverName,
    int version,
    List<Integer> offered,
    Flow received,
    Optional<Failure> failure,
    Span span) {}
