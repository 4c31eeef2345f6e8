package nadzor.wire;

import java.util.Optional;
import nadzor.flow.ClientHello;
import nadzor.flow.QuicInitial;
import nadzor.wire.Parsed.Complete;
import nadzor.wire.Parsed.NeedMore;
import nadzor.wire.Parsed.NotThis;

/**
 * Reads a client's datagram that begins with a QUIC long header. How much of it is read is a
 * question of policy: one filter was seen that looks at the version field alone (Xue et al., "TSPU:
 * Russia's Decentralized Censorship System", IMC 2022), and one that decrypts Initials but puts no
 * CRYPTO frames together (Zohaib et al., "Exposing and Circumventing SNI-based QUIC Censorship of
 * the Great Firewall of China", USENIX Security 2025).
 *
 * <p>A datagram is whole or worthless, so it never needs more. Its length is reported, not judged:
 * a server drops Initials in datagrams of fewer than 1,200 octets (RFC 9000 section 14.1), a filter
 * need not. Pure: no octets make it throw. What {@link QuicCrypto} reads over several datagrams
 * this reads in one.
 */
public final class QuicInitialParser {
  private QuicInitialParser() {}

  /**
   * Reads the version, of whatever version it is (RFC 8999).
   *
   * @return a sighting without a hello; not this for a short header, a broken one, and Version
   *     Negotiation, which no client sends
   */
  public static Parsed<QuicInitial> version(byte[] octets, int offset, int length) {
    return sighting(QuicHeader.read(octets, offset, length), length, Optional.empty());
  }

  /**
   * Reads the version and, of versions 1 and 2, the ClientHello where one CRYPTO frame holds the
   * whole of it.
   *
   * @return as {@link #version}; without a hello where none could be read
   */
  public static Parsed<QuicInitial> frame(byte[] octets, int offset, int length) {
    SingleFrame found = new SingleFrame();
    return read(octets, offset, length, found, found::hello);
  }

  /** As {@link #frame}, but the CRYPTO frames of the datagram are put together. */
  public static Parsed<QuicInitial> datagram(byte[] octets, int offset, int length) {
    CryptoStream stream = new CryptoStream();
    return read(octets, offset, length, stream::add, () -> whole(stream.hello()));
  }

  private interface Hello {
    Optional<ClientHello> get();
  }

  private static Parsed<QuicInitial> read(
      byte[] octets, int offset, int length, QuicFrames.Sink sink, Hello hello) {
    Optional<QuicHeader> header = QuicHeader.read(octets, offset, length);
    Optional<QuicKeys> keys =
        header.flatMap(h -> QuicVersion.of(h.version()).map(v -> new QuicKeys(v, h.dcid())));
    if (header.isPresent() && keys.isPresent()) {
      int version = header.get().version();
      QuicDatagram.walk(
          octets,
          header.get(),
          offset + length,
          (v, h, body) ->
              v.number() == version
                  ? QuicProtection.open(keys.get(), octets, h, body)
                  : Optional.empty(),
          plain -> QuicFrames.walk(plain, sink));
    }
    return sighting(header, length, hello.get());
  }

  /** The hello where it is whole. */
  static Optional<ClientHello> whole(Parsed<ClientHello> parsed) {
    return parsed instanceof Complete<ClientHello> complete
        ? Optional.of(complete.value())
        : Optional.empty();
  }

  /** What was seen of a datagram of this length. */
  static Parsed<QuicInitial> sighting(
      Optional<QuicHeader> header, int length, Optional<ClientHello> hello) {
    int version = header.map(QuicHeader::version).orElse(0);
    return version == 0
        ? new NotThis<>(header.isEmpty() ? "no long header" : "version negotiation")
        : new Complete<>(new QuicInitial(version, length, hello), length);
  }

  /** Takes the first frame that holds a whole hello. */
  private static final class SingleFrame implements QuicFrames.Sink {
    private Parsed<ClientHello> hello = new NeedMore<>();

    @Override
    public void crypto(long position, byte[] octets, int offset, int length) {
      if (position == 0 && !(hello instanceof Complete)) {
        hello = HelloMessage.parse(octets, offset, length);
      }
    }

    Optional<ClientHello> hello() {
      return whole(hello);
    }
  }
}
