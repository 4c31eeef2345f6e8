package nadzor.probe;

import java.util.List;
import java.util.Optional;
import nadzor.flow.Endpoint;

/**
 * One TLS handshake (OONI df-006). Immutable.
 *
 * @param to the address behind the connection
 * @param serverName as it stood in the ClientHello; empty: no such extension
 * @param version such as {@code TLSv1.3}; empty before it is agreed
 * @param cipherSuite likewise
 * @param peerCertificates what the peer showed, base64 of DER, also where they were refused
 * @param received socket bytes during the handshake
 * @param failure why it failed
 * @param span when
 */
public record TlsStep(
    Endpoint to,
    Optional<String> serverName,
    Optional<String> version,
    Optional<String> cipherSuite,
    List<String> peerCertificates,
    Flow received,
    Optional<Failure> failure,
    Span span) {}
