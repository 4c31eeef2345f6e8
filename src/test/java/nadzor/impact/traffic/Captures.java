package nadzor.impact.traffic;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import nadzor.flow.Addresses;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Octets of captures, made here. */
public final class Captures {
  private Captures() {}

  /** A DNS query. */
  public static byte[] query(String name, int type) {
    return message(name, type).toWire();
  }

  /** A DNS answer without records. */
  public static byte[] answer(String name, int type) {
    Message message = message(name, type);
    message.getHeader().setFlag(Flags.QR);
    return message.toWire();
  }

  private static Message message(String name, int type) {
    try {
      return Message.newQuery(Record.newRecord(Name.fromString(name), type, DClass.IN));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A UDP datagram in an IP packet of the client's family. */
  public static byte[] packet(String client, int port, byte[] payload) {
    InetAddress from = Addresses.parse(client);
    int udp = 8 + payload.length;
    boolean four = from.getAddress().length == 4;
    ByteBuffer out = ByteBuffer.allocate((four ? 20 : 40) + udp);
    if (four) {
      out.put((byte) 0x45).put((byte) 0).putShort((short) (20 + udp)).putInt(0);
      out.put((byte) 64).put((byte) 17).putShort((short) 0).put(from.getAddress());
      out.put(Addresses.parse("192.0.2.53").getAddress());
    } else {
      out.putInt(0x6000_0000).putShort((short) udp).put((byte) 17).put((byte) 64);
      out.put(from.getAddress()).put(Addresses.parse("2001:db8::53").getAddress());
    }
    out.putShort((short) 53_124).putShort((short) port).putShort((short) udp).putShort((short) 0);
    return out.put(payload).array();
  }

  /** Behind an Ethernet header, with tags of 802.1Q. */
  public static byte[] ethernet(byte[] packet, int tags) {
    ByteBuffer out = ByteBuffer.allocate(14 + 4 * tags + packet.length).position(12);
    for (int i = 0; i < tags; i++) {
      out.putInt(0x8100_0001);
    }
    out.putShort((short) (packet[0] >> 4 == 4 ? 0x0800 : 0x86dd)).put(packet);
    return out.array();
  }

  /** The four packets that the tests are about, and one that is none of theirs. */
  public static byte[][] packets() {
    return new byte[][] {
      packet("192.0.2.1", 53, query("www.Reddit.com.", Type.A)),
      packet("192.0.2.77", 53, query("t.co.", Type.AAAA)),
      packet("2001:db8::1", 53, query("example.org.", Type.TXT)),
      packet("192.0.2.53", 53_124, answer("t.co.", Type.AAAA)),
      packet("192.0.2.1", 53, answer("t.co.", Type.AAAA))
    };
  }

  /** A capture of libpcap. */
  public static byte[] pcap(ByteOrder order, int link, byte[]... packets) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ints(order, 0xa1b2c3d4, 0x0004_0002, 0, 0, 262_144, link));
    for (byte[] packet : packets) {
      out.writeBytes(ints(order, 1_615_359_600, 0, packet.length, packet.length));
      out.writeBytes(packet);
    }
    return out.toByteArray();
  }

  private static byte[] ints(ByteOrder order, int... numbers) {
    ByteBuffer out = ByteBuffer.allocate(4 * numbers.length).order(order);
    for (int number : numbers) {
      out.putInt(number);
    }
    return out.array();
  }

  private static byte[] block(ByteOrder order, int type, byte[] head, byte[] body) {
    int padded = (body.length + 3) / 4 * 4;
    ByteBuffer out = ByteBuffer.allocate(12 + head.length + padded).order(order);
    out.putInt(type).putInt(out.capacity()).put(head).put(body);
    return out.putInt(out.capacity() - 4, out.capacity()).array();
  }

  /** A capture of pcapng: a section, one interface, packets as enhanced blocks. */
  public static byte[] pcapng(ByteOrder order, int link, byte[]... packets) {
    return pcapng(order, link, -1, 0, 0, packets);
  }

  /** The same with times: the resolution and offset of its interface; none where it is negative. */
  public static byte[] pcapng(
      ByteOrder order, int link, int resolution, long offset, long ticks, byte[]... packets) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] none = {};
    out.writeBytes(block(order, 0x0a0d0d0a, ints(order, 0x1a2b3c4d, 1, -1, -1), none));
    ByteBuffer about = ByteBuffer.allocate(resolution < 0 ? 8 : 32).order(order);
    about.putShort((short) link).position(8);
    if (resolution >= 0) {
      about.putShort((short) 9).putShort((short) 1).put((byte) resolution).position(16);
      about.putShort((short) 14).putShort((short) 8).putLong(offset);
    }
    out.writeBytes(block(order, 1, about.array(), none));
    out.writeBytes(block(order, 5, ints(order, 0, 0, 0), none));
    for (byte[] packet : packets) {
      byte[] head = ints(order, 0, (int) (ticks >>> 32), (int) ticks, packet.length, packet.length);
      out.writeBytes(block(order, 6, head, packet));
    }
    return out.toByteArray();
  }

  /** dnstap: a client's queries, with one answer and one query of the resolver's own. */
  public static byte[] dnstap() {
    return dnstap(0, 0);
  }

  /** The same; its first query at this time. */
  public static byte[] dnstap(long seconds, int nanos) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(control(2));
    frame(out, tap(5, "192.0.2.1", query("www.Reddit.com.", Type.A), seconds, nanos));
    frame(out, tap(5, "192.0.2.77", query("t.co.", Type.AAAA)));
    frame(out, tap(5, "2001:db8::1", query("example.org.", Type.TXT)));
    frame(out, tap(6, "192.0.2.1", query("t.co.", Type.A)));
    frame(out, tap(3, "192.0.2.1", query("t.co.", Type.A)));
    out.writeBytes(control(3));
    return out.toByteArray();
  }

  /** A control frame. */
  public static byte[] control(int type) {
    byte[] content = "protobuf:dnstap.Dnstap".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer body = ByteBuffer.allocate(type == 2 ? 12 + content.length : 4).putInt(type);
    if (type == 2) {
      body.putInt(1).putInt(content.length).put(content);
    }
    return ByteBuffer.allocate(8 + body.capacity())
        .putInt(0)
        .putInt(body.capacity())
        .put(body.array())
        .array();
  }

  /** Adds a data frame. */
  public static void frame(ByteArrayOutputStream out, byte[] body) {
    out.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
    out.writeBytes(body);
  }

  /** One message of dnstap. */
  public static byte[] tap(int type, String client, byte[] query) {
    return tap(type, client, query, 0, 0);
  }

  private static byte[] tap(int type, String client, byte[] query, long seconds, int nanos) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.write(1 << 3);
    message.write(type);
    field(message, 4, Addresses.parse(client).getAddress());
    message.write(8 << 3);
    long rest = seconds;
    for (; rest > 0x7f; rest >>>= 7) {
      message.write((int) (rest & 0x7f) | 0x80);
    }
    message.write((int) rest);
    message.write(9 << 3 | 5);
    message.writeBytes(ints(ByteOrder.LITTLE_ENDIAN, nanos));
    field(message, 10, query);
    ByteArrayOutputStream outer = new ByteArrayOutputStream();
    field(outer, 1, "ns1".getBytes(StandardCharsets.US_ASCII));
    field(outer, 14, message.toByteArray());
    outer.write(15 << 3);
    outer.write(1);
    return outer.toByteArray();
  }

  private static void field(ByteArrayOutputStream out, int number, byte[] octets) {
    out.write(number << 3 | 2);
    for (int rest = octets.length; rest > 0 || rest == octets.length; rest >>>= 7) {
      out.write(rest < 128 ? rest : (rest & 0x7f) | 0x80);
      if (rest < 128) {
        break;
      }
    }
    out.writeBytes(octets);
  }
}
