package nadzor.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import org.xbill.DNS.Type;

/** Finds an address in the way that a technique prescribes. Used once, by one thread. */
final class AddressSearch {
  /** As small as the segments that were measured to pass. */
  static final int DNS_SEGMENT = 20;

  private final Lookup lookup;
  private final Vantage vantage;
  private final Abroad abroad;
  private final Recorder recorder;
  private final RandomGenerator random;
  private final List<DnsStep> steps = new ArrayList<>();

  AddressSearch(
      Lookup lookup, Vantage vantage, Abroad abroad, Recorder recorder, RandomGenerator random) {
    this.lookup = lookup;
    this.vantage = vantage;
    this.abroad = abroad;
    this.recorder = recorder;
    this.random = random;
  }

  /** The questions so far. */
  List<DnsStep> steps() {
    return List.copyOf(steps);
  }

  /** Asks; the last step holds what counts. IPv6 is asked for only where there is no IPv4. */
  DnsStep run(DomainName host, Deadline total, Limits limits) {
    boolean mixed = lookup == Lookup.MIXED_CASE;
    DnsClient client = new DnsClient(exchange(), recorder, random, mixed);
    List<Integer> types =
        lookup == Lookup.HTTPS_RECORD
            ? List.of(Type.HTTPS, Type.A, Type.AAAA)
            : List.of(Type.A, Type.AAAA);
    DnsStep step = client.ask(host, types.get(0), total.within(limits.dns()));
    steps.add(step);
    for (int i = 1; i < types.size() && isEmpty(step); i++) {
      step = client.ask(host, types.get(i), total.within(limits.dns()));
      steps.add(step);
    }
    return step;
  }

  private static boolean isEmpty(DnsStep step) {
    return step.failure().map(Failure::name).filter(Failure.Name.DNS_NO_ANSWER::equals).isPresent();
  }

  private DnsExchange exchange() {
    Doors doors = vantage.doors();
    return switch (lookup) {
      case USUAL, HTTPS_RECORD -> udp(vantage.resolver(), UdpDns.Choice.FIRST);
      case MIXED_CASE -> udp(vantage.resolver(), UdpDns.Choice.FIRST_IN_SAME_CASE);
      case FOREIGN_UDP -> udp(doors.udp().orElseThrow(), UdpDns.Choice.FIRST);
      case LAST_ANSWER -> udp(doors.udp().orElseThrow(), UdpDns.Choice.LAST);
      case ELSEWHERE -> outside(doors.elsewhere().orElseThrow());
      case FOREIGN_TCP -> new TcpDns(abroad, doors.tcp().orElseThrow(), TcpDns.WHOLE);
      case TCP_SEGMENTS -> new TcpDns(abroad, doors.tcp().orElseThrow(), DNS_SEGMENT);
      case DOT -> new DotDns(abroad, doors.dot().orElseThrow());
      case DOH_GET -> new DohDns(abroad, doors.doh().orElseThrow(), false);
      case DOH_POST -> new DohDns(abroad, doors.doh().orElseThrow(), true);
    };
  }

  /** Not from the client's address in this network. */
  private UdpDns outside(Endpoint resolver) {
    return new UdpDns(Source.ANY, resolver, UdpDns.Choice.FIRST, recorder);
  }

  private UdpDns udp(Endpoint resolver, UdpDns.Choice choice) {
    return new UdpDns(vantage.source(), resolver, choice, recorder);
  }
}
