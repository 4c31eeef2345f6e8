package nadzor.probe;

import java.util.List;
import java.util.Optional;
import nadzor.flow.Endpoint;

/**
 * One request and what came back (OONI df-001). Immutable.
 *
 * @param to the address behind the connection
 * @param url what was asked for
 * @param requestHeaders as sent
 * @param answer empty where no whole head came
 * @param received socket bytes from the request to the last read (TLS framing included)
 * @param failure why the body is not whole, or there is none
 * @param span when
 */
public record HttpStep(
    Endpoint to,
    String url,
    List<HttpHeader> requestHeaders,
    Optional<HttpAnswer> answer,
    Flow received,
    Optional<Failure> failure,
    Span span) {}
