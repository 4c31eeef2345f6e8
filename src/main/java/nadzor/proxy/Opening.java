package nadzor.proxy;

import java.util.Arrays;
import java.util.Optional;
import nadzor.flow.HttpHead;
import nadzor.wire.HttpHeadParser;
import nadzor.wire.Parsed;
import nadzor.wire.Socks4Parser;
import nadzor.wire.Socks5Parser;
import nadzor.wire.SocksReply;
import nadzor.wire.SocksRequest;
import nadzor.wire.Target;

/**
 * The first words of a client: tells HTTP, SOCKS5 and SOCKS4 apart by the first octet and reads the
 * request. Octets behind the request are kept for the upstream. Bounded by what its parsers allow,
 * and one read. Pure; not thread-safe.
 */
final class Opening {
  private static final Step MORE = new Step.More();

  private byte[] octets = new byte[0];
  private boolean greeted;

  /** Takes what the client sent. */
  void add(byte[] more) {
    if (octets.length == 0) {
      octets = more;
    } else {
      int held = octets.length;
      octets = Arrays.copyOf(octets, held + more.length);
      System.arraycopy(more, 0, octets, held, more.length);
    }
  }

  /** What is to be done now. */
  Step next() {
    if (octets.length == 0) {
      return MORE;
    }
    if (octets[0] == Socks5Parser.VERSION || greeted) {
      return greeted ? socks5() : greet();
    }
    return octets[0] == Socks4Parser.VERSION ? socks4() : http();
  }

  private Step greet() {
    Parsed<Boolean> parsed = Socks5Parser.greeting(octets, 0, octets.length);
    if (parsed instanceof Parsed.Complete<Boolean> complete) {
      greeted = true;
      octets = from(complete.consumed());
      byte[] reply = SocksReply.method(complete.value());
      return complete.value() ? new Step.Say(reply) : new Step.Refuse(reply);
    }
    return parsed instanceof Parsed.NeedMore ? MORE : new Step.Refuse(new byte[0]);
  }

  private Step socks5() {
    return socks(Socks5Parser.request(octets, 0, octets.length), ReplyStyle.SOCKS5);
  }

  private Step socks4() {
    return socks(Socks4Parser.request(octets, 0, octets.length), ReplyStyle.SOCKS4);
  }

  private Step socks(Parsed<SocksRequest> parsed, ReplyStyle style) {
    if (parsed instanceof Parsed.NeedMore) {
      return MORE;
    }
    if (!(parsed instanceof Parsed.Complete<SocksRequest> complete)) {
      return refuse(style, Failure.Kind.HTTP_REQUEST_ERROR, "no readable request");
    }
    int command = complete.value().command();
    boolean datagrams = command == SocksRequest.UDP_ASSOCIATE && style == ReplyStyle.SOCKS5;
    if (command != SocksRequest.CONNECT && !datagrams) {
      return refuse(style, Failure.Kind.COMMAND_NOT_SUPPORTED, "a command that is not served");
    }
    Optional<Target> target = complete.value().target();
    if (target.isEmpty()) {
      return refuse(style, Failure.Kind.ADDRESS_TYPE_NOT_SUPPORTED, "unknown address type");
    }
    return datagrams
        ? new Step.Associate(target.get().port())
        : new Step.Go(new Ask(target.get(), style, from(complete.consumed())));
  }

  private Step http() {
    Parsed<HttpHead> parsed = HttpHeadParser.parse(octets, 0, octets.length);
    if (parsed instanceof Parsed.Complete<HttpHead> complete) {
      return asked(complete.value(), complete.consumed());
    }
    if (parsed instanceof Parsed.NotThis<HttpHead> not) {
      boolean letter = octets[0] >= 'A' && octets[0] <= 'Z';
      return letter ? badRequest(not.why()) : new Step.Refuse(new byte[0]);
    }
    return MORE;
  }

  private Step asked(HttpHead head, int length) {
    if (head.method().equals("CONNECT")) {
      byte[] rest = from(length);
      return Target.ofAuthority(head.target(), 0)
          .map(target -> go(target, ReplyStyle.CONNECT, rest))
          .orElseGet(() -> badRequest("CONNECT needs host:port"));
    }
    return AbsoluteForm.of(head)
        .map(form -> go(form.target(), ReplyStyle.FORWARD, form.rewrite(octets, length)))
        .orElseGet(() -> badRequest("this is a proxy: it takes CONNECT, http:// and SOCKS"));
  }

  private static Step go(Target target, ReplyStyle style, byte[] first) {
    return new Step.Go(new Ask(target, style, first));
  }

  private static Step badRequest(String why) {
    return refuse(ReplyStyle.CONNECT, Failure.Kind.HTTP_REQUEST_ERROR, why);
  }

  private static Step refuse(ReplyStyle style, Failure.Kind kind, String why) {
    return new Step.Refuse(style.failed(Failure.of(kind, why)));
  }

  private byte[] from(int consumed) {
    return consumed == octets.length
        ? new byte[0]
        : Arrays.copyOfRange(octets, consumed, octets.length);
  }
}
