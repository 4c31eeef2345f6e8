package nadzor.probe;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import nadzor.flow.Addresses;
import nadzor.flow.Endpoint;

/** SOCKS5 UDP ASSOCIATE that leads all datagrams to one server, whatever they are addressed to. */
final class FakeUdpProxy implements FakeServer.Script {
  private static final int HEAD = 10;

  private final Endpoint server;
  private final int reply;
  private final List<byte[]> payloads = new CopyOnWriteArrayList<>();
  private final List<Endpoint> targets = new CopyOnWriteArrayList<>();

  FakeUdpProxy(Endpoint server, int reply) {
    this.server = server;
    this.reply = reply;
  }

  /** What clients sent, without the proxy's head. */
  List<byte[]> payloads() {
    return List.copyOf(payloads);
  }

  /** Where clients sent it. */
  List<Endpoint> targets() {
    return List.copyOf(targets);
  }

  @Override
  public void play(Socket control) throws IOException {
    DataInputStream in = new DataInputStream(control.getInputStream());
    in.readByte();
    in.readNBytes(in.readByte());
    control.getOutputStream().write(new byte[] {5, 0});
    byte[] request = in.readNBytes(10);
    try (DatagramSocket inner = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        DatagramSocket outer = new DatagramSocket()) {
      ByteBuffer answer = ByteBuffer.allocate(10).put((byte) 5);
      answer.put((byte) (request[1] == 3 ? reply : 7)).put((byte) 0).put((byte) 1);
      answer.put(inner.getLocalAddress().getAddress()).putShort((short) inner.getLocalPort());
      control.getOutputStream().write(answer.array());
      start(() -> relay(inner, outer));
      Scripts.drain(control.getInputStream());
    }
  }

  private void relay(DatagramSocket inner, DatagramSocket outer) {
    try {
      boolean first = true;
      while (!inner.isClosed()) {
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        inner.receive(packet);
        ByteBuffer octets = ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
        byte[] address = new byte[4];
        octets.position(4).get(address);
        targets.add(new Endpoint(Addresses.ofOctets(address), octets.getShort() & 0xffff));
        byte[] payload = Arrays.copyOfRange(packet.getData(), HEAD, packet.getLength());
        payloads.add(payload);
        outer.send(new DatagramPacket(payload, payload.length, server.toSocketAddress()));
        if (first) {
          start(() -> answers(outer, inner, packet));
          first = false;
        }
      }
    } catch (IOException e) {
      inner.close();
    }
  }

  private static void answers(DatagramSocket outer, DatagramSocket inner, DatagramPacket from) {
    try {
      byte[] head = Arrays.copyOf(from.getData(), HEAD);
      while (!inner.isClosed()) {
        DatagramPacket answer = new DatagramPacket(new byte[65_535], 65_535);
        outer.receive(answer);
        byte[] whole = Octets.join(head, Arrays.copyOf(answer.getData(), answer.getLength()));
        inner.send(new DatagramPacket(whole, whole.length, from.getSocketAddress()));
      }
    } catch (IOException e) {
      outer.close();
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "fake-udp-proxy");
    thread.setDaemon(true);
    thread.start();
  }
}
