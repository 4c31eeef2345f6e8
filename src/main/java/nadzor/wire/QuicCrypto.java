package nadzor.wire;

import java.util.Optional;
import nadzor.flow.ClientHello;
import nadzor.flow.QuicInitial;

/**
 * Puts the ClientHello of one QUIC flow together out of several datagrams of the client, in any
 * order. The keys come from the first destination connection id, also once the client goes on with
 * the one that the server chose (RFC 9001 section 5.2), and also where it goes on in version 2 (RFC
 * 9369 section 4.1). An Initial that these keys do not open may begin anew after a Retry: then its
 * own connection id counts, and what was gathered before is forgotten.
 *
 * <p>Bounded: it reads at most {@link #MAX_DATAGRAMS} datagrams and keeps at most 16 KiB; after
 * that, and after the first hello, datagrams are seen by their version alone. No octets make it
 * throw. Not thread-safe: one belongs to one flow.
 */
public final class QuicCrypto {
  /** After so many datagrams without a hello no more are decrypted. */
  public static final int MAX_DATAGRAMS = 16;

  private final CryptoStream stream = new CryptoStream();
  private Optional<QuicKeys> keys = Optional.empty();
  private int datagrams;
  private boolean over;

  /**
   * Whether no hello will be read any more: there was one, there can be none, or a limit is met.
   */
  public boolean isOver() {
    return over;
  }

  /**
   * Reads the next datagram of the client.
   *
   * @return as {@link QuicInitialParser#version}; with the hello for the one datagram that
   *     completes it
   */
  public Parsed<QuicInitial> read(byte[] octets, int offset, int length) {
    Optional<QuicHeader> header = QuicHeader.read(octets, offset, length);
    if (over || header.isEmpty() || QuicVersion.of(header.get().version()).isEmpty()) {
      return QuicInitialParser.sighting(header, length, Optional.empty());
    }
    QuicDatagram.walk(
        octets,
        header.get(),
        offset + length,
        (version, each, body) -> open(version, octets, each, body),
        plain -> QuicFrames.walk(plain, stream::add));
    Parsed<ClientHello> hello = stream.hello();
    datagrams++;
    over = !(hello instanceof Parsed.NeedMore) || datagrams == MAX_DATAGRAMS;
    if (over) {
      stream.clear();
    }
    return QuicInitialParser.sighting(header, length, QuicInitialParser.whole(hello));
  }

  private Optional<byte[]> open(
      QuicVersion version, byte[] octets, QuicHeader header, QuicHeader.Body body) {
    Optional<byte[]> known = keys.flatMap(k -> open(version, k.dcid(), octets, header, body));
    boolean tried = keys.filter(k -> header.isFor(k.dcid())).isPresent();
    return known.isPresent() || tried ? known : begin(version, octets, header, body);
  }

  private Optional<byte[]> begin(
      QuicVersion version, byte[] octets, QuicHeader header, QuicHeader.Body body) {
    Optional<byte[]> plain = open(version, header.dcid(), octets, header, body);
    plain.ifPresent(opened -> stream.clear());
    return plain;
  }

  /** Keeps the keys that fit, so that a flow derives them once as a rule. */
  private Optional<byte[]> open(
      QuicVersion version, byte[] id, byte[] octets, QuicHeader header, QuicHeader.Body body) {
    QuicKeys candidate =
        keys.filter(k -> k.areOf(version, id)).orElseGet(() -> new QuicKeys(version, id));
    Optional<byte[]> plain = QuicProtection.open(candidate, octets, header, body);
    if (plain.isPresent()) {
      keys = Optional.of(candidate);
    }
    return plain;
  }
}
