package nadzor.proxy;

import java.util.Arrays;
import java.util.Optional;
import nadzor.flow.ClientHello;
import nadzor.flow.HttpHead;
import nadzor.flow.NameView;
import nadzor.wire.HelloAssembler;
import nadzor.wire.HttpHeadParser;
import nadzor.wire.Parsed;
import nadzor.wire.Target;

/**
 * Finds where a stream goes from its first octets, however they are cut: what a filter reassembles
 * is another matter. Bounded by its parser; not thread-safe.
 */
interface FirstName {
  /** Reads on; it is asked no more once it has said anything but "need more". */
  Parsed<Target> add(byte[] octets);

  /** The SNI, on port 443. */
  final class OfTls implements FirstName {
    private static final int PORT = 443;

    private final HelloAssembler hello = new HelloAssembler(HelloAssembler.Before.OTHER_RECORDS);

    @Override
    public Parsed<Target> add(byte[] octets) {
      Parsed<ClientHello> parsed = hello.add(octets, 0, octets.length);
      return parsed instanceof Parsed.Complete<ClientHello> complete
          ? named(complete.value().name(), PORT)
          : missing(parsed);
    }
  }

  /** The host of the first request, on port 80. */
  final class OfHttp implements FirstName {
    private static final int PORT = 80;

    private byte[] head = new byte[0];

    @Override
    public Parsed<Target> add(byte[] octets) {
      int before = head.length;
      head = Arrays.copyOf(head, before + octets.length);
      System.arraycopy(octets, 0, head, before, octets.length);
      Parsed<HttpHead> parsed = HttpHeadParser.parse(head, 0, head.length);
      return parsed instanceof Parsed.Complete<HttpHead> complete
          ? named(complete.value().name(), PORT)
          : missing(parsed);
    }
  }

  private static Parsed<Target> named(NameView name, int port) {
    Optional<Target> target = Target.of(name.toString(), port);
    return target.isPresent()
        ? new Parsed.Complete<>(target.get(), 0)
        : new Parsed.NotThis<>("no name");
  }

  private static Parsed<Target> missing(Parsed<?> parsed) {
    return parsed instanceof Parsed.NotThis<?> not
        ? new Parsed.NotThis<>(not.why())
        : new Parsed.NeedMore<>();
  }
}
