package nadzor.probe;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import nadzor.flow.Endpoint;
import org.xbill.DNS.Message;

/** DNS over HTTPS (RFC 8484) by HTTP/1.1, the resolver's name verified. */
final class DohDns implements DnsExchange {
  private static final String PATH = "/dns-query";
  private static final String TYPE = "application/dns-message";
  private static final int MAX_MESSAGE = 65_535;
  private static final int FINE = 200;

  private final Abroad abroad;
  private final Door door;
  private final boolean post;

  DohDns(Abroad abroad, Door door, boolean post) {
    this.abroad = abroad;
    this.door = door;
    this.post = post;
  }

  @Override
  public Endpoint resolver() {
    return door.at();
  }

  @Override
  public String engine() {
    return "doh";
  }

  @Override
  public DnsReply exchange(Message query, Deadline until) throws Failed {
    try (RecordedLine socket = abroad.connect(door, until)) {
      ByteLine line = abroad.secure(socket, door, until);
      byte[] question = query.toWire();
      line.write(ByteBuffer.wrap(post ? posted(question) : got(question)), until);
      return DnsReply.read(body(new Inlet(line, until, () -> until)), query);
    }
  }

  private byte[] got(byte[] question) {
    String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(question);
    return head("GET " + PATH + "?dns=" + encoded, "");
  }

  private byte[] posted(byte[] question) {
    String about = "Content-Type: " + TYPE + "\r\nContent-Length: " + question.length + "\r\n";
    return Octets.join(head("POST " + PATH, about), question);
  }

  private byte[] head(String start, String more) {
    String text =
        start
            + " HTTP/1.1\r\nHost: "
            + door.certified()
            + "\r\nAccept: "
            + TYPE
            + "\r\nConnection: close\r\n"
            + more
            + "\r\n";
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] body(Inlet inlet) throws Failed {
    ResponseHead head = ResponseHead.read(inlet);
    if (head.status() != FINE) {
      throw new Failed(Failure.Name.DNS_SERVER_MISBEHAVING, "status " + head.status());
    }
    BodySink sink = new BodySink(MAX_MESSAGE + 1L);
    new ResponseBody(inlet, sink).read(head);
    if (sink.isFull()) {
      throw new Failed(Failure.Name.DNS_SERVER_MISBEHAVING, "longer than a message may be");
    }
    return sink.beginning();
  }
}
