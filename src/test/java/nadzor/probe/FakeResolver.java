package nadzor.probe;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import nadzor.flow.Addresses;
import nadzor.flow.Endpoint;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Answers DNS over UDP, and over TCP on the same port, as a function says. */
final class FakeResolver implements AutoCloseable {
  /** What goes back for one query: any number of messages, well formed or not. */
  interface Behaviour extends Function<Message, List<byte[]>> {}

  private final DatagramSocket udp;
  private final FakeServer tcp;
  private final Behaviour overUdp;
  private final Behaviour overTcp;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  FakeResolver(Behaviour overUdp, Behaviour overTcp) throws IOException {
    this.overUdp = overUdp;
    this.overTcp = overTcp;
    ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    udp = new DatagramSocket(listener.getLocalPort(), InetAddress.getLoopbackAddress());
    tcp = new FakeServer(listener, this::serveStream);
    Thread thread = new Thread(this::serveDatagrams, "fake-resolver");
    thread.setDaemon(true);
    thread.start();
  }

  FakeResolver(Behaviour both) throws IOException {
    this(both, both);
  }

  /** Truthful: these addresses for whatever name. */
  static FakeResolver giving(String... addresses) throws IOException {
    return new FakeResolver(query -> List.of(answer(query, addresses).toWire()));
  }

  Endpoint endpoint() {
    return tcp.endpoint();
  }

  /** What was asked, such as {@code facebook.com. A udp}. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  /** A response to the query without records. */
  static Message response(Message query) {
    Message response = new Message(query.getHeader().getID());
    response.getHeader().setFlag(Flags.QR);
    response.addRecord(query.getQuestion(), Section.QUESTION);
    return response;
  }

  /** A response with those of the addresses that are of the type asked for. */
  static Message answer(Message query, String... addresses) {
    Message response = response(query);
    Record question = query.getQuestion();
    for (String text : addresses) {
      InetAddress address = Addresses.parse(text);
      Record each =
          address.getAddress().length == 4
              ? new ARecord(question.getName(), DClass.IN, 60, address)
              : new AAAARecord(question.getName(), DClass.IN, 60, address);
      if (each.getType() == question.getType()) {
        response.addRecord(each, Section.ANSWER);
      }
    }
    return response;
  }

  private void serveDatagrams() {
    byte[] buffer = new byte[4096];
    try {
      while (!udp.isClosed()) {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        udp.receive(packet);
        Message query = new Message(Arrays.copyOf(buffer, packet.getLength()));
        note(query, "udp");
        for (byte[] reply : overUdp.apply(query)) {
          udp.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
        }
      }
    } catch (IOException e) {
      // Closed: the test is over.
      udp.close();
    }
  }

  /** Answers one question with its length before it. */
  void serveStream(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    byte[] octets = new byte[in.readUnsignedShort()];
    in.readFully(octets);
    Message query = new Message(octets);
    note(query, "tcp");
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    for (byte[] reply : overTcp.apply(query)) {
      out.writeShort(reply.length);
      out.write(reply);
    }
  }

  private void note(Message query, String engine) {
    Record question = query.getQuestion();
    asked.add(question.getName() + " " + Type.string(question.getType()) + " " + engine);
  }

  @Override
  public void close() throws IOException {
    udp.close();
    tcp.close();
  }
}
