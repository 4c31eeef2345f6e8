package nadzor.proxy;

import io.netty.channel.ChannelHandler;
import nadzor.flow.Endpoint;
import nadzor.wire.Target;

/** How a door finds out where a client wants to go. */
@FunctionalInterface
interface Reception {
  /** The client says so, in HTTP or SOCKS. */
  Reception MIXED = OpeningHandler::new;

  /** The client believes that it speaks with the origin: the name in its ClientHello tells. */
  Reception TLS = visit -> new TransparentHandler(visit, new FirstName.OfTls());

  /** The same with the Host of its first request. */
  Reception HTTP = visit -> new TransparentHandler(visit, new FirstName.OfHttp());

  /** Everybody goes to this one advertised endpoint. */
  static Reception alias(Endpoint advertised) {
    Target target = new Target.Literal(advertised);
    return visit -> new AliasHandler(visit, target);
  }

  /** The first handler of this client. */
  ChannelHandler receive(Visit visit);
}
