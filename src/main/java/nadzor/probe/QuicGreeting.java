package nadzor.probe;

import com.google.common.primitives.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.flow.Endpoint;

/**
 * Greets over QUIC (RFC 9000): an Initial with a ClientHello for HTTP/3, until a ServerHello can be
 * opened; or one of an unknown version, until Version Negotiation comes. Used once.
 */
final class QuicGreeting {
  private static final int ID = 8;
  private static final int ALPN = 16;
  private static final int TRANSPORT_PARAMETERS = 57;

  /** initial_source_connection_id (RFC 9000 section 18.2). */
  private static final int SOURCE_ID = 15;

  private static final int MAX_RETRIES = 1;

  private final Vantage vantage;
  private final Site site;
  private final Recorder recorder;
  private final int version;
  private final byte[] ours;
  private final byte[] first;
  private final byte[] hello;
  private final List<Integer> offered = new ArrayList<>();
  private long bytes;
  private int reads;

  QuicGreeting(Vantage vantage, Site site, Transport transport, Recorder recorder) {
    this.vantage = vantage;
    this.site = site;
    this.recorder = recorder;
    boolean known = transport == Transport.QUIC_V1;
    version = known ? QuicInitial.VERSION_1 : QuicInitial.UNKNOWN_VERSION;
    ours = new byte[ID];
    first = new byte[ID];
    // Not from the seed: a server takes a repeat with the same ids for the same connection.
    SecureRandom random = new SecureRandom();
    random.nextBytes(ours);
    random.nextBytes(first);
    hello = hello(site, ours);
  }

  /** Greets; what went wrong stands in the step. */
  QuicStep run(Endpoint target, Deadline until) {
    Duration t0 = recorder.now();
    Optional<Failure> failure = greet(target, until);
    Span span = recorder.since(t0);
    return new QuicStep(
        target,
        Optional.of(site.host().text()),
        version,
        List.copyOf(offered),
        new Flow(bytes, reads, span.length()),
        failure,
        span);
  }

  private Optional<Failure> greet(Endpoint target, Deadline until) {
    Endpoint proxy = vantage.relays().datagrams().orElseThrow();
    try (SocksUdp way = SocksUdp.open(vantage.source(), proxy, target, recorder, until)) {
      exchange(way, first, new byte[0], 0, until);
      return Optional.empty();
    } catch (Failed e) {
      return Optional.of(e.failure());
    }
  }

  /** Sends an Initial and waits for what it asks for; a Retry is followed once. */
  private void exchange(SocksUdp way, byte[] server, byte[] token, int retries, Deadline until)
      throws Failed {
    way.send(QuicInitial.datagram(version, server, ours, token, retries, hello));
    QuicFrames frames = new QuicFrames(server);
    while (true) {
      byte[] datagram = way.receive(until);
      bytes += datagram.length;
      reads++;
      for (QuicPacket packet : QuicPacket.read(datagram)) {
        if (!packet.destination().equals(Bytes.asList(ours))) {
          continue;
        }
        if (packet.kind() == QuicPacket.Kind.RETRY && retries < MAX_RETRIES) {
          exchange(way, Bytes.toArray(packet.source()), packet.octets(), retries + 1, until);
          return;
        }
        if (isAnswer(packet, frames, server)) {
          return;
        }
      }
    }
  }

  private boolean isAnswer(QuicPacket packet, QuicFrames frames, byte[] server) throws Failed {
    if (packet.kind() == QuicPacket.Kind.VERSION_NEGOTIATION) {
      return isNegotiation(packet, server);
    }
    if (packet.kind() == QuicPacket.Kind.INITIAL && version == QuicInitial.VERSION_1) {
      frames.take(packet);
      Optional<byte[]> message = frames.message();
      if (message.isPresent()) {
        ServerHello.read(message.get());
        return true;
      }
    }
    return false;
  }

  /** It must return both ids, and not offer what we spoke (section 6.2). */
  private boolean isNegotiation(QuicPacket packet, byte[] server) throws Failed {
    boolean ofOurs = packet.source().equals(Bytes.asList(server));
    if (!ofOurs || packet.versions().contains(version)) {
      return false;
    }
    offered.addAll(packet.versions());
    if (version == QuicInitial.VERSION_1) {
      throw new Failed(Failure.Name.QUIC_INCOMPATIBLE_VERSION, "offers " + offered);
    }
    return true;
  }

  private static byte[] hello(Site site, byte[] ours) {
    byte[] protocol = HelloWriter.sized(1, "h3".getBytes(StandardCharsets.US_ASCII));
    byte[] source = Octets.join(new byte[] {SOURCE_ID, ID}, ours);
    return new HelloWriter(new byte[0], Optional.of(site.host().text()), KeyShare.fresh().octets())
        .extension(ALPN, HelloWriter.sized(2, protocol))
        .extension(TRANSPORT_PARAMETERS, source)
        .message();
  }
}
