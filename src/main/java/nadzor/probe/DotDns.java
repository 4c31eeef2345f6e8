package nadzor.probe;

import java.nio.ByteBuffer;
import nadzor.flow.Endpoint;
import org.xbill.DNS.Message;

/** DNS over TLS (RFC 7858), the resolver's name verified. */
final class DotDns implements DnsExchange {
  private final Abroad abroad;
  private final Door door;

  DotDns(Abroad abroad, Door door) {
    this.abroad = abroad;
    this.door = door;
  }

  @Override
  public Endpoint resolver() {
    return door.at();
  }

  @Override
  public String engine() {
    return "dot";
  }

  @Override
  public DnsReply exchange(Message query, Deadline until) throws Failed {
    try (RecordedLine socket = abroad.connect(door, until)) {
      ByteLine line = abroad.secure(socket, door, until);
      line.write(ByteBuffer.wrap(DnsFrame.of(query.toWire())), until);
      return DnsReply.read(DnsFrame.read(line, until), query);
    }
  }
}
