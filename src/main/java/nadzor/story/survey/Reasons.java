package nadzor.story.survey;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import java.net.InetAddress;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nadzor.censor.ClientHash;
import nadzor.censor.Restriction;
import nadzor.probe.Observation;
import nadzor.story.EventBook;

/**
 * Finds what the censor logged of a visit: by network and client, and where clients visit more than
 * once by the name or the server too. The probe never sees it. Used by one thread.
 */
final class Reasons {
  private record Key(String network, String client) {}

  private final ClientHash clients;
  private final boolean oneClient;
  private final ListMultimap<Key, Restriction> known = ArrayListMultimap.create();

  Reasons(ClientHash clients, boolean oneClient) {
    this.clients = clients;
    this.oneClient = oneClient;
  }

  void add(List<EventBook.Event> events) {
    for (EventBook.Event event : events) {
      Restriction told = event.restriction();
      known.put(new Key(told.network(), told.clientHash()), told);
    }
  }

  /** Of all these visits together, each reason once, in an order that does not depend on time. */
  List<Because> of(Collection<Observation> visits) {
    return visits.stream()
        .flatMap(this::of)
        .map(Because::of)
        .distinct()
        .sorted(Comparator.comparing(Because::text))
        .toList();
  }

  private Stream<Restriction> of(Observation visit) {
    return visit.cell().vantage().client().stream()
        .flatMap(client -> of(visit.cell().vantage().network(), client))
        .filter(told -> !oneClient || concerns(told, visit));
  }

  private Stream<Restriction> of(String network, InetAddress client) {
    return known.get(new Key(network, clients.of(client))).stream();
  }

  /** A client who visits more than one site is known by what it asked for. */
  private static boolean concerns(Restriction told, Observation visit) {
    String server = visit.connect().map(step -> step.to().toString()).orElse("");
    return told.server().equals(server)
        || told.name().equalsIgnoreCase(visit.cell().site().host().text());
  }
}
