package nadzor.exchange;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TSIG;

/**
 * Lets resolvers fetch a policy zone: SOA over UDP and TCP, AXFR and IXFR over TCP, on loopback or
 * a private address. A transfer under way goes on with the version it began with. Thread-safe.
 */
public final class TransferServer implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int CONNECTIONS = 8;
  private static final int DATAGRAM = 4096;
  private static final int TRIES = 50;

  private volatile PolicyZone zone;
  private final Optional<TSIG> key;
  private final ServerSocket stream;
  private final DatagramSocket datagrams;
  private final ExecutorService threads;

  private TransferServer(
      PolicyZone zone, Optional<TSIG> key, ServerSocket stream, DatagramSocket datagrams) {
    this.zone = zone;
    this.key = key;
    this.stream = stream;
    this.datagrams = datagrams;
    this.threads = Executors.newFixedThreadPool(2 + CONNECTIONS, TransferServer::thread);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "zone-transfer");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Starts one.
   *
   * @param at where it listens, over UDP and TCP; port 0 for a free one
   * @param key with which every question has to be signed
   * @throws IllegalArgumentException for a public or wildcard address
   * @throws IOException if it cannot listen there
   */
  public static TransferServer start(InetSocketAddress at, PolicyZone zone, Optional<TSIG> key)
      throws IOException {
    TransferAddress.check(at);
    for (int i = 1; ; i++) {
      ServerSocket stream = new ServerSocket(at.getPort(), 50, at.getAddress());
      try {
        DatagramSocket datagrams = new DatagramSocket(stream.getLocalPort(), at.getAddress());
        TransferServer server = new TransferServer(zone, key, stream, datagrams);
        server.threads.execute(server::accept);
        server.threads.execute(server::receive);
        return server;
      } catch (SocketException e) {
        stream.close();
        if (at.getPort() != 0 || i == TRIES) {
          throw e;
        }
      }
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) stream.getLocalSocketAddress();
  }

  /** Serves another version from now on. */
  public void publish(PolicyZone next) {
    zone = next;
  }

  /**
   * Tells a secondary that there is a new version (RFC 1996), and waits for its answer.
   *
   * @throws IOException if it does not answer in time
   */
  public void notify(InetSocketAddress secondary) throws IOException {
    TransferAddress.check(secondary);
    PolicyZone now = zone;
    SOARecord soa = now.soa(now.serial());
    Message message =
        Message.newQuery(Record.newRecord(now.name(), soa.getType(), soa.getDClass()));
    message.getHeader().setOpcode(Opcode.NOTIFY);
    message.getHeader().setFlag(Flags.AA);
    message.getHeader().unsetFlag(Flags.RD);
    SimpleResolver resolver = new SimpleResolver(secondary);
    resolver.setTimeout(Duration.ofMillis(PATIENCE_MILLIS));
    key.ifPresent(resolver::setTSIGKey);
    resolver.send(message);
  }

  private void accept() {
    while (!stream.isClosed()) {
      try {
        Socket socket = stream.accept();
        socket.setSoTimeout(PATIENCE_MILLIS);
        threads.execute(() -> serve(socket));
      } catch (IOException | RejectedExecutionException e) {
        // Closed, or the peer is gone already: the loop's condition tells.
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 1 << 16));
      TransferDesk desk = new TransferDesk(zone, key);
      while (!stream.isClosed()) {
        byte[] octets = new byte[in.readUnsignedShort()];
        in.readFully(octets);
        desk.overStream(octets, out);
      }
    } catch (IOException e) {
      // The peer is gone, or says nothing any more: there is nobody to tell.
    }
  }

  private void receive() {
    byte[] buffer = new byte[DATAGRAM];
    while (!datagrams.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        datagrams.receive(packet);
        byte[] octets = java.util.Arrays.copyOf(packet.getData(), packet.getLength());
        Optional<byte[]> answer = new TransferDesk(zone, key).overDatagrams(octets);
        if (answer.isPresent()) {
          byte[] reply = answer.get();
          datagrams.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
        }
      } catch (IOException e) {
        // Closed, or the peer cannot be reached: the loop's condition tells.
      }
    }
  }

  @Override
  public void close() {
    try (stream;
        datagrams) {
      threads.shutdownNow();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
