package nadzor.probe;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/**
 * TLS over another line, the engine driven by hand so that the first flight's bytes can be cut.
 * Closing it closes that line. Not thread-safe.
 */
final class TlsLine implements SecureLine {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

  private final ByteLine below;
  private final SSLEngine engine;
  private final Function<byte[], List<byte[]>> cut;
  private final Gap gap;
  private final ByteBuffer fromPeer;
  private final ByteBuffer plain;
  private boolean greeted;

  /** Waits between two writes of a flight. */
  interface Gap {
    void pass() throws Failed;
  }

  /**
   * @param cut how the first flight is cut into writes
   * @param gap between two such writes
   */
  TlsLine(ByteLine below, SSLEngine engine, Function<byte[], List<byte[]>> cut, Gap gap) {
    this.below = below;
    this.engine = engine;
    this.cut = cut;
    this.gap = gap;
    int packet = engine.getSession().getPacketBufferSize();
    fromPeer = ByteBuffer.allocate(2 * packet).limit(0);
    plain = ByteBuffer.allocate(2 * engine.getSession().getApplicationBufferSize()).limit(0);
  }

  /** TLS as it comes, nothing cut. */
  static TlsLine plain(ByteLine below, SSLEngine engine) {
    return new TlsLine(below, engine, flight -> List.of(flight), () -> {});
  }

  @Override
  public Optional<String> version() {
    return Optional.of(engine.getSession().getProtocol()).filter(name -> !name.equals("NONE"));
  }

  @Override
  public Optional<String> cipherSuite() {
    return version().map(version -> engine.getSession().getCipherSuite());
  }

  @Override
  public void handshake(Deadline until) throws Failed {
    try {
      engine.beginHandshake();
      advance(until);
    } catch (SSLException e) {
      sayGoodbye(until);
      throw new Failed(Failure.Name.SSL_FAILED_HANDSHAKE, String.valueOf(e.getMessage()));
    }
  }

  private void advance(Deadline until) throws Failed, SSLException {
    HandshakeStatus status = engine.getHandshakeStatus();
    while (status != HandshakeStatus.FINISHED && status != HandshakeStatus.NOT_HANDSHAKING) {
      until.check();
      switch (status) {
        case NEED_WRAP -> send(until);
        case NEED_TASK -> engine.getDelegatedTask().run();
        default -> {
          if (unwrap(until).getStatus() == Status.CLOSED) {
            throw new SSLException("closed by an alert");
          }
        }
      }
      status = engine.getHandshakeStatus();
    }
  }

  private void send(Deadline until) throws Failed, SSLException {
    byte[] flight = wrap(NOTHING);
    Iterator<byte[]> pieces = (greeted ? List.of(flight) : cut.apply(flight)).iterator();
    greeted = true;
    while (pieces.hasNext()) {
      below.write(ByteBuffer.wrap(pieces.next()), until);
      if (pieces.hasNext()) {
        gap.pass();
      }
    }
  }

  private byte[] wrap(ByteBuffer source) throws SSLException {
    ByteBuffer packet = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    engine.wrap(source, packet);
    return Arrays.copyOf(packet.array(), packet.position());
  }

  /** Takes one record from the peer, reading as much as it needs; plain text gathers. */
  private SSLEngineResult unwrap(Deadline until) throws Failed, SSLException {
    while (true) {
      plain.compact();
      SSLEngineResult result;
      try {
        result = engine.unwrap(fromPeer, plain);
      } finally {
        plain.flip();
      }
      if (result.getStatus() == Status.BUFFER_OVERFLOW) {
        throw new SSLException("application data in the middle of a handshake");
      }
      if (result.getStatus() != Status.BUFFER_UNDERFLOW) {
        return result;
      }
      fill(until);
    }
  }

  private void fill(Deadline until) throws Failed {
    fromPeer.compact();
    try {
      if (!fromPeer.hasRemaining()) {
        throw new Failed(Failure.Name.SSL_FAILED_HANDSHAKE, "a record longer than any may be");
      }
      if (below.read(fromPeer, until) < 0) {
        throw new Failed(Failure.of(Failure.Name.EOF_ERROR));
      }
    } finally {
      fromPeer.flip();
    }
  }

  /** Lets the engine tell the peer why it gives up; nobody minds if that fails. */
  private void sayGoodbye(Deadline until) {
    try {
      byte[] alert = wrap(NOTHING);
      if (alert.length > 0) {
        below.write(ByteBuffer.wrap(alert), until);
      }
    } catch (SSLException | Failed e) {
      engine.closeOutbound();
    }
  }

  @Override
  public int read(ByteBuffer into, Deadline until) throws Failed {
    try {
      while (!plain.hasRemaining()) {
        until.check();
        if (unwrap(until).getStatus() == Status.CLOSED) {
          return -1;
        }
        advance(until);
      }
    } catch (SSLException e) {
      throw new Failed(Failure.Name.UNKNOWN_FAILURE, "TLS: " + e.getMessage());
    }
    int count = Math.min(into.remaining(), plain.remaining());
    into.put(plain.slice(plain.position(), count));
    plain.position(plain.position() + count);
    return count;
  }

  @Override
  public void write(ByteBuffer from, Deadline until) throws Failed {
    try {
      while (from.hasRemaining()) {
        below.write(ByteBuffer.wrap(wrap(from)), until);
      }
    } catch (SSLException e) {
      throw new Failed(Failure.Name.UNKNOWN_FAILURE, "TLS: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    below.close();
  }
}
