package nadzor.censor;

import java.net.InetAddress;
import java.util.Optional;
import nadzor.blocklist.Match;
import nadzor.flow.DnsAnswer;
import nadzor.flow.DnsQuestion;
import nadzor.flow.FlowKey;
import nadzor.flow.Sighting;

/** Puts restrictions into words for the log. Thread-safe. */
final class Telling {
  private final String network;
  private final ClientHash clients;
  private final RestrictionLog log;

  Telling(String network, ClientHash clients, RestrictionLog log) {
    this.network = network;
    this.clients = clients;
    this.log = log;
  }

  void question(DnsQuestion question, DnsRuling ruling, InetAddress client) {
    if (log.isWanted()) {
      log.restricted(restriction(question, ruling, client));
    }
  }

  /** A restriction of a question, told to nobody yet. */
  Restriction restriction(DnsQuestion question, DnsRuling ruling, InetAddress client) {
    return new Restriction(
        network,
        clients.of(client),
        question.place().word(),
        ruling.sighting().kind().word(),
        name(ruling.sighting()),
        ruling.rule(),
        ruling.match().rules(),
        ruling.action(),
        false);
  }

  private static String name(Sighting sighting) {
    Optional<InetAddress> address =
        sighting instanceof DnsAnswer answer ? answer.address() : Optional.empty();
    return address.map(InetAddress::getHostAddress).orElse(sighting.name().toString());
  }

  /** A restriction on a flow, told to the log and given back. */
  Restriction flow(FlowKey flow, Sighting sighting, Foresight hit) {
    Restriction restriction = restriction(flow, sighting, hit);
    if (log.isWanted()) {
      log.restricted(restriction);
    }
    return restriction;
  }

  /** A restriction on a flow, told to nobody yet. */
  Restriction restriction(FlowKey flow, Sighting sighting, Foresight hit) {
    Match match = hit.match();
    return new Restriction(
        network,
        clients.of(flow.client().address()),
        flow.server().toString(),
        sighting.kind().word(),
        sighting.name().toString(),
        hit.rule(),
        match.rules(),
        hit.line().action().name(),
        false);
  }

  /** An earlier trigger's restriction that holds a later flow. */
  void residual(Restriction first) {
    if (log.isWanted()) {
      log.restricted(
          new Restriction(
              first.network(),
              first.clientHash(),
              first.server(),
              first.on(),
              first.name(),
              first.rule(),
              first.heldBy(),
              first.action(),
              true));
    }
  }
}
