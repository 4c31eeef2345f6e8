package nadzor.probe;

import java.nio.ByteBuffer;
import java.util.Iterator;
import nadzor.flow.Endpoint;
import org.xbill.DNS.Message;

/** DNS over TCP (RFC 7766), one question a connection. */
final class TcpDns implements DnsExchange {
  /** Everything in one segment. */
  static final int WHOLE = Integer.MAX_VALUE;

  private final Abroad abroad;
  private final Door door;
  private final int segment;

  /**
   * @param segment octets in each write, or {@link #WHOLE}
   */
  TcpDns(Abroad abroad, Door door, int segment) {
    this.abroad = abroad;
    this.door = door;
    this.segment = segment;
  }

  @Override
  public Endpoint resolver() {
    return door.at();
  }

  @Override
  public String engine() {
    return "tcp";
  }

  @Override
  public DnsReply exchange(Message query, Deadline until) throws Failed {
    try (RecordedLine line = abroad.connect(door, until)) {
      byte[] frame = DnsFrame.of(query.toWire());
      int size = Math.min(segment, frame.length);
      Iterator<byte[]> pieces = Octets.pieces(frame, size).iterator();
      while (pieces.hasNext()) {
        line.write(ByteBuffer.wrap(pieces.next()), until);
        if (pieces.hasNext()) {
          abroad.gap();
        }
      }
      return DnsReply.read(DnsFrame.read(line, until), query);
    }
  }
}
