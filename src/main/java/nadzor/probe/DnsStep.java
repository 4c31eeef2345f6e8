package nadzor.probe;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nadzor.flow.Endpoint;

/**
 * One DNS question and what came back (OONI df-002). Immutable.
 *
 * @param resolver whom was asked
 * @param engine {@code udp} or {@code tcp}: how the answer that counts came
 * @param hostname the name asked for
 * @param queryType {@code A} or {@code AAAA}
 * @param answers at most {@link #MAX_ANSWERS} records of the answer section
 * @param rcode the response code, where a response came
 * @param extendedErrors RFC 8914
 * @param failure why there are no addresses
 * @param span when
 */
public record DnsStep(
    Endpoint resolver,
    String engine,
    String hostname,
    String queryType,
    List<DnsAnswer> answers,
    OptionalInt rcode,
    List<ExtendedError> extendedErrors,
    Optional<Failure> failure,
    Span span) {
  /** More answers than this are not kept. */
  public static final int MAX_ANSWERS = 64;
}
