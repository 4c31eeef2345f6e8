package nadzor.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import org.xbill.DNS.Message;

/** A network that offers everything, each helper with an address of its own to give. */
final class Rig implements AutoCloseable {
  static final String NEUTRAL = "www.neutral.test";
  static final String MIRROR = "mirror.test";
  static final String DNS_NAME = "dns.test";
  static final String RELAY_NAME = "relay.test";

  private final List<AutoCloseable> open = new ArrayList<>();
  final List<Duration> rests = new ArrayList<>();
  final FakeResolver own;
  final FakeResolver abroad;
  final FakeResolver elsewhere;
  final FakeSocks socks;
  final FakeSocks socksRelay;
  final FakeRelay httpRelay;
  final FakeRelay tlsRelay;
  final FakeTls tlsRelayFront;
  final FakeDoh doh;
  final Tap tap;
  final Tap dnsTap;
  private final Vantage vantage;

  Rig(FakeServer.Script origin) throws IOException {
    this(origin, FakeResolver.giving("127.10.0.1"), FakeResolver.giving("127.10.0.2"));
  }

  Rig(FakeServer.Script origin, FakeResolver own, FakeResolver abroad) throws IOException {
    this.own = kept(own);
    this.abroad = kept(abroad);
    elsewhere = kept(FakeResolver.giving("127.10.0.3"));
    tap = new Tap(serve(origin), true);
    dnsTap = new Tap(abroad.endpoint(), false);
    socks = FakeSocks.before(tap);
    socksRelay = FakeSocks.before(tap);
    httpRelay = FakeRelay.to(serve(tap));
    tlsRelay = FakeRelay.to(serve(tap));
    tlsRelayFront = new FakeTls(Laboratory.CA.issue(RELAY_NAME), tlsRelay);
    doh = new FakeDoh(Rig::tell);
    Endpoint proxy = serve(socks);
    vantage =
        new Vantage("everything", own.endpoint(), abroad.endpoint(), proxy)
            .with(doors())
            .with(relays())
            .with(hints());
  }

  private Doors doors() throws IOException {
    FakeResolver inside = kept(FakeResolver.giving("127.10.0.4"));
    FakeTls dot = new FakeTls(Laboratory.CA.issue(DNS_NAME), inside::serveStream);
    FakeTls https = new FakeTls(Laboratory.CA.issue(DNS_NAME), doh);
    Doors usual = Doors.ofResolver(abroad.endpoint());
    Doors tapped =
        new Doors(
            usual.udp(),
            usual.tcp().map(door -> Door.at(served(dnsTap))),
            usual.dot(),
            usual.doh(),
            usual.elsewhere());
    return tapped
        .withDot(Door.named(serve(dot), DNS_NAME))
        .withDoh(Door.named(serve(https), DNS_NAME))
        .withElsewhere(elsewhere.endpoint());
  }

  private Relays relays() throws IOException {
    return Relays.NONE
        .withHttp(Door.at(serve(httpRelay)))
        .withSocks(Door.at(serve(socksRelay)))
        .withTls(Door.named(serve(tlsRelayFront), RELAY_NAME));
  }

  private static Hints hints() {
    return Hints.NONE
        .withMirrors(Map.of(DomainName.of(Laboratory.HOST), DomainName.of(MIRROR)))
        .withNeutral(DomainName.of(NEUTRAL))
        .withTimes(Duration.ofMinutes(10), Duration.ofSeconds(75));
  }

  private static byte[] tell(byte[] question) {
    try {
      return FakeResolver.answer(new Message(question), "127.10.0.5").toWire();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T extends AutoCloseable> T kept(T each) {
    open.add(each);
    return each;
  }

  private Endpoint serve(FakeServer.Script script) throws IOException {
    return kept(new FakeServer(script)).endpoint();
  }

  private Endpoint served(FakeServer.Script script) {
    try {
      return serve(script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Vantage vantage() {
    return vantage;
  }

  Observation visit(String technique) {
    return visit(technique, vantage, Laboratory.ample());
  }

  /** Waits for the tap where segments are kept apart, else not at all. */
  Observation visit(String technique, Vantage from, Limits limits) {
    Technique named = Techniques.named(technique).orElseThrow();
    Trust trust = Trust.ofCa(Laboratory.CA.certificate());
    Patience patience =
        length -> {
          rests.add(length);
          Approach approach = named.approach();
          if (approach.lookup() == Lookup.TCP_SEGMENTS) {
            dnsTap.rest(length);
          } else if (approach.waiting() == Waiting.NONE) {
            tap.rest(length);
          }
        };
    Prober prober = new Prober(limits, trust, () -> Laboratory.NOW, System::nanoTime, patience, 7);
    return prober.probe(new Cell(from, Site.of(Laboratory.HOST), named));
  }

  @Override
  public void close() throws IOException {
    for (AutoCloseable each : open) {
      try {
        each.close();
      } catch (IOException e) {
        throw e;
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
  }
}
