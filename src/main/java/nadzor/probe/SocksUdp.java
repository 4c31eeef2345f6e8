package nadzor.probe;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import nadzor.flow.Addresses;
import nadzor.flow.Endpoint;

/** Datagrams to and from one target through SOCKS5 UDP ASSOCIATE (RFC 1928 section 7). */
final class SocksUdp implements AutoCloseable {
  private static final int HEAD = 4;

  private final TcpLine control;
  private final DatagramLine datagrams;
  private final Endpoint target;
  private final Recorder recorder;

  private SocksUdp(TcpLine control, DatagramLine datagrams, Endpoint target, Recorder recorder) {
    this.control = control;
    this.datagrams = datagrams;
    this.target = target;
    this.recorder = recorder;
  }

  /** Fails with {@code network_down} where the proxy cannot be used for datagrams. */
  static SocksUdp open(
      Source from, Endpoint proxy, Endpoint target, Recorder recorder, Deadline until)
      throws Failed {
    TcpLine control = SocksClient.reach(from, proxy, until);
    boolean open = false;
    try {
      Endpoint relay = SocksClient.associate(control, until);
      boolean unnamed = relay.address().isAnyLocalAddress();
      InetAddress address = unnamed ? proxy.address() : relay.address();
      DatagramLine line = DatagramLine.open(from, new Endpoint(address, relay.port()));
      open = true;
      return new SocksUdp(control, line, target, recorder);
    } finally {
      if (!open) {
        control.close();
      }
    }
  }

  static Endpoint endpoint(byte[] address, int port) {
    return new Endpoint(Addresses.ofOctets(address), port);
  }

  void send(byte[] payload) throws Failed {
    Duration t0 = recorder.now();
    byte[] address = SocksClient.address(target.address().getAddress());
    ByteBuffer datagram = ByteBuffer.allocate(3 + address.length + 2 + payload.length);
    datagram.position(3);
    datagrams.send(datagram.put(address).putShort((short) target.port()).put(payload).array());
    recorder.moved(NetEvent.Operation.WRITE_TO, "udp", target, payload.length, t0);
  }

  /** The next payload; what has no such head is passed over. */
  byte[] receive(Deadline until) throws Failed {
    Duration t0 = recorder.now();
    try {
      while (true) {
        until.check();
        byte[] payload = payload(datagrams.receive(until));
        if (payload.length > 0) {
          recorder.moved(NetEvent.Operation.READ_FROM, "udp", target, payload.length, t0);
          return payload;
        }
      }
    } catch (Failed e) {
      recorder.failed(NetEvent.Operation.READ_FROM, "udp", target, e.failure(), t0);
      throw e;
    }
  }

  private static byte[] payload(byte[] datagram) {
    boolean fits = datagram.length > HEAD && datagram[2] == 0;
    int address = fits && datagram[3] == SocksClient.IPV6 ? SocksClient.IPV6_OCTETS : 4;
    int at = HEAD + address + 2;
    return fits && datagram[3] != SocksClient.NAME && datagram.length > at
        ? Arrays.copyOfRange(datagram, at, datagram.length)
        : new byte[0];
  }

  @Override
  public void close() {
    datagrams.close();
    control.close();
  }
}
