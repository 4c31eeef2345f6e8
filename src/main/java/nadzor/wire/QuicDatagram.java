package nadzor.wire;

import java.util.Optional;
import java.util.function.Consumer;

/** The packets that one datagram holds one after another (RFC 9000 section 12.2). */
final class QuicDatagram {
  /** Where the Initials go. */
  @FunctionalInterface
  interface Opener {
    /** Takes the protection off one Initial; empty where that fails. */
    Optional<byte[]> open(QuicVersion version, QuicHeader header, QuicHeader.Body body);
  }

  /** A client's flight has one packet of each kind; more than this are not looked at. */
  static final int MAX_PACKETS = 16;

  private QuicDatagram() {}

  /**
   * Hands the plain text of each Initial on. A packet for another connection id than the first is
   * passed over, and so is one whose protection does not come off; a packet without a length ends
   * the walk, and so do {@link #MAX_PACKETS}.
   *
   * @param first the header at the start of the datagram
   * @param end where the datagram ends in the array
   */
  static void walk(
      byte[] octets, QuicHeader first, int end, Opener opener, Consumer<byte[]> frames) {
    Optional<QuicHeader> next = Optional.of(first);
    for (int packets = 0; packets < MAX_PACKETS && next.isPresent(); packets++) {
      QuicHeader header = next.get();
      Optional<QuicVersion> version = QuicVersion.of(header.version());
      Optional<QuicHeader.Body> body = version.flatMap(v -> header.body(v, octets, end));
      if (version.isEmpty() || body.isEmpty()) {
        return;
      }
      if (body.get().initial() && header.isFor(first.dcid())) {
        opener.open(version.get(), header, body.get()).ifPresent(frames);
      }
      int after = body.get().end();
      next = QuicHeader.read(octets, after, end - after);
    }
  }
}
