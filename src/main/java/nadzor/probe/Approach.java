package nadzor.probe;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a technique changes, as data. Immutable.
 *
 * @param lookup how it finds an address
 * @param route which way its connection takes
 * @param transport TCP or UDP
 * @param scheme TLS or clear text
 * @param serverName how it spells the name in the ClientHello
 * @param hello who writes the ClientHello
 * @param firstFlight how it puts the ClientHello on the wire
 * @param request how it writes its request
 * @param waiting when it waits
 * @param mirror whether it visits another name with the same content
 */
public record Approach(
    Lookup lookup,
    Route route,
    Transport transport,
    Scheme scheme,
    SniSpelling serverName,
    HelloForm hello,
    FirstFlight firstFlight,
    RequestForm request,
    Waiting waiting,
    boolean mirror) {
  /** What a browser does that tries nothing. */
  public static final Approach USUAL =
      new Approach(
          Lookup.USUAL,
          Route.DIRECT,
          Transport.STREAM,
          Scheme.HTTPS,
          SniSpelling.NAME,
          HelloForm.USUAL,
          FirstFlight.WHOLE,
          RequestForm.USUAL,
          Waiting.NONE,
          false);

  /** How much this proves when it is through: the least deep of its parts. */
  public Depth depth() {
    return Stream.of(transport.depth(), hello.depth(), waiting.depth())
        .max(Depth::compareTo)
        .orElse(Depth.PAGE);
  }

  /**
   * Whether something is sent in several segments by waiting between them: a path that is late
   * reads them together, and sees what should not have been seen.
   */
  public boolean isCut() {
    return firstFlight.isCut() || request == RequestForm.SPLIT || lookup == Lookup.TCP_SEGMENTS;
  }

  /** What a vantage must offer for this. */
  public Set<Facility> needs() {
    Set<Facility> all = EnumSet.noneOf(Facility.class);
    Stream.of(
            lookup.needs(),
            route.needs(),
            transport.needs(),
            serverName.needs(),
            hello.needs(),
            request.needs(),
            waiting.needs(),
            mirror ? Set.of(Facility.MIRROR) : Set.<Facility>of())
        .forEach(all::addAll);
    return Set.copyOf(all);
  }

  Approach with(Lookup other) {
    return new Approach(
        other, route, transport, scheme, serverName, hello, firstFlight, request, waiting, mirror);
  }

  Approach with(Route other) {
    return new Approach(
        lookup, other, transport, scheme, serverName, hello, firstFlight, request, waiting, mirror);
  }

  Approach with(Transport other) {
    return new Approach(
        lookup, route, other, scheme, serverName, hello, firstFlight, request, waiting, mirror);
  }

  Approach with(Scheme other) {
    return new Approach(
        lookup, route, transport, other, serverName, hello, firstFlight, request, waiting, mirror);
  }

  Approach with(SniSpelling other) {
    return new Approach(
        lookup, route, transport, scheme, other, hello, firstFlight, request, waiting, mirror);
  }

  Approach with(HelloForm other) {
    return new Approach(
        lookup, route, transport, scheme, serverName, other, firstFlight, request, waiting, mirror);
  }

  Approach with(FirstFlight other) {
    return new Approach(
        lookup, route, transport, scheme, serverName, hello, other, request, waiting, mirror);
  }

  Approach with(RequestForm other) {
    return new Approach(
        lookup, route, transport, scheme, serverName, hello, firstFlight, other, waiting, mirror);
  }

  Approach with(Waiting other) {
    return new Approach(
        lookup, route, transport, scheme, serverName, hello, firstFlight, request, other, mirror);
  }

  Approach withMirror() {
    return new Approach(
        lookup, route, transport, scheme, serverName, hello, firstFlight, request, waiting, true);
  }
}
