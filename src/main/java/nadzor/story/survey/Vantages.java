package nadzor.story.survey;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import nadzor.lab.ForeignHost;
import nadzor.lab.LabNetwork;
import nadzor.lab.Laboratory;
import nadzor.probe.Door;
import nadzor.probe.Doors;
import nadzor.probe.Hints;
import nadzor.probe.Relays;
import nadzor.probe.Vantage;

/**
 * What the probe is given of each network: addresses, names, and how long it is said to remember.
 * What a laboratory does not offer is not given, and techniques that need it are not measured. Used
 * by one thread.
 */
final class Vantages {
  private static final int DNS = 53;
  private static final int DNS_OVER_TLS = 853;
  private static final int HTTPS = 443;
  private static final int SOCKS = 1080;
  private static final int HTTP_PROXY = 8080;
  private static final Duration MARGIN = Duration.ofMillis(300);
  private static final int SHARE_OF_MARGIN = 5;

  private final Laboratory laboratory;
  private final SurveyPlan plan;
  private final Map<String, Vantage> known = new HashMap<>();

  Vantages(Laboratory laboratory, SurveyPlan plan) {
    this.laboratory = laboratory;
    this.plan = plan;
  }

  Vantage of(String network, InetAddress client) {
    return known.computeIfAbsent(network, this::open).from(client);
  }

  private Vantage open(String name) {
    LabNetwork network = laboratory.network(name);
    return new Vantage(
        name,
        network.resolver(),
        doors(network),
        network.proxy(),
        relays(network),
        hints(name),
        Optional.empty());
  }

  private Doors doors(LabNetwork network) {
    Doors doors =
        Doors.ofResolver(network.foreignResolver())
            .withDot(secure(ForeignHost.RESOLVER, DNS_OVER_TLS))
            .withDoh(secure(ForeignHost.RESOLVER, HTTPS));
    return laboratory
        .world()
        .routeDatagrams(new Endpoint(ForeignHost.RESOLVER.ipv4(), DNS))
        .map(doors::withElsewhere)
        .orElse(doors);
  }

  private static Door secure(ForeignHost host, int port) {
    return Door.named(new Endpoint(host.ipv4(), port), host.host().text()).viaProxy();
  }

  private static Relays relays(LabNetwork network) {
    Relays relays =
        Relays.NONE
            .withHttp(Door.at(new Endpoint(ForeignHost.RELAY.ipv4(), HTTP_PROXY)).viaProxy())
            .withSocks(Door.at(new Endpoint(ForeignHost.RELAY.ipv4(), SOCKS)).viaProxy())
            .withTls(secure(ForeignHost.RELAY, HTTPS));
    return DatagramWay.isOffered(network.proxy()) ? relays.withDatagrams(network.proxy()) : relays;
  }

  /** The control waits as long as the slowest network, so that it differs in nothing else. */
  private Hints hints(String name) {
    Optional<SurveyNetwork> one = plan.network(name);
    DomainName front = one.map(SurveyNetwork::front).orElse(plan.front());
    Optional<Duration> idle = one.isPresent() ? one.get().idle() : longest(SurveyNetwork::idle);
    Optional<Duration> residual =
        one.isPresent() ? one.get().residual() : longest(SurveyNetwork::residual);
    return new Hints(
        plan.mirrors(), Optional.of(front), idle.map(Vantages::past), residual.map(Vantages::past));
  }

  private Optional<Duration> longest(Function<SurveyNetwork, Optional<Duration>> of) {
    return plan.networks().stream().flatMap(one -> of.apply(one).stream()).max(Duration::compareTo);
  }

  private static Duration past(Duration remembered) {
    return remembered.plus(remembered.dividedBy(SHARE_OF_MARGIN)).plus(MARGIN);
  }
}
