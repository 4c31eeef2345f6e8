package nadzor.censor;

import java.util.Arrays;
import java.util.Optional;
import nadzor.flow.Opaque;
import nadzor.flow.Sighting;
import nadzor.wire.ClientHelloParser;
import nadzor.wire.HttpHeadParser;
import nadzor.wire.Parsed;

/**
 * Turns the client's segments into sightings, as far as a profile's reassembly goes. Without it a
 * ClientHello that does not end within the first segment is never read (Censored Planet, "TSPU",
 * 2022: no reassembly across segments). Not thread-safe.
 */
final class Inspection {
  private static final int MAX_REASSEMBLED = 16_384;

  private enum Protocol {
    UNKNOWN,
    HTTP,
    OVER
  }

  private final Profile.Reassembly reassembly;
  private Protocol protocol = Protocol.UNKNOWN;
  private byte[] gathered = new byte[0];

  Inspection(Profile.Reassembly reassembly) {
    this.reassembly = reassembly;
  }

  /** Whether nothing that comes can be read any more. */
  boolean isOver() {
    return protocol == Protocol.OVER;
  }

  /** Reads one segment; empty where it completes nothing. */
  Optional<Sighting> read(byte[] bytes, int offset, int length) {
    if (length == 0 || protocol == Protocol.OVER) {
      return Optional.empty();
    }
    if (gathered.length == 0) {
      return parse(bytes, offset, length);
    }
    byte[] all = Arrays.copyOf(gathered, gathered.length + length);
    System.arraycopy(bytes, offset, all, gathered.length, length);
    gathered = new byte[0];
    return parse(all, 0, all.length);
  }

  private Optional<Sighting> parse(byte[] bytes, int offset, int length) {
    boolean tls = bytes[offset] == 22 && protocol == Protocol.UNKNOWN;
    Parsed<? extends Sighting> parsed =
        tls
            ? ClientHelloParser.parse(bytes, offset, length)
            : HttpHeadParser.parse(bytes, offset, length);
    if (parsed instanceof Parsed.Complete<? extends Sighting> complete) {
      protocol = tls ? Protocol.OVER : Protocol.HTTP;
      return Optional.of(complete.value());
    }
    boolean unfinished = parsed instanceof Parsed.NeedMore;
    return unfinished ? unfinished(bytes, offset, length) : unreadable(length);
  }

  private Optional<Sighting> unfinished(byte[] bytes, int offset, int length) {
    if (reassembly == Profile.Reassembly.NONE || length > MAX_REASSEMBLED) {
      return unreadable(length);
    }
    gathered = Arrays.copyOfRange(bytes, offset, offset + length);
    return Optional.empty();
  }

  /** Octets within an HTTP flow are a body; at the start of a flow they end the inspection. */
  private Optional<Sighting> unreadable(int length) {
    if (protocol == Protocol.HTTP) {
      return Optional.empty();
    }
    protocol = Protocol.OVER;
    return Optional.of(new Opaque(length));
  }
}
