package nadzor.office;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nadzor.flow.ClientHello;
import nadzor.flow.Connection;
import nadzor.flow.DnsQuestion;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import nadzor.flow.HttpHead;
import nadzor.flow.NameView;
import nadzor.flow.QuicInitial;
import nadzor.flow.Sighting;
import nadzor.lab.World;
import nadzor.registry.Asked;

/** What a visit to something shows to a network, in order: question, connections, first words. */
record Visitation(World world) {
  private static final int TYPE_A = 1;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final int DNS = 53;
  private static final int QUIC_V1 = 1;
  private static final int INITIAL_OCTETS = 1_200;
  private static final Endpoint NOWHERE = Endpoint.of("0.0.0.0", 0);

  /** One sighting, on the way to this server. */
  record Shown(Sighting sighting, Endpoint server) {
    String to() {
      return server.address().isAnyLocalAddress() ? "" : server.toString();
    }
  }

  List<Shown> of(String query, Asked asked, boolean decrypts) {
    List<Shown> shown = new ArrayList<>();
    String scheme =
        query.contains("://")
            ? query.substring(0, query.indexOf("://")).toLowerCase(Locale.ROOT)
            : "";
    boolean plain = !scheme.equals("https");
    boolean tls = !scheme.equals("http");
    asked
        .name()
        .ifPresent(
            host -> shown.add(new Shown(question(host), new Endpoint(NOWHERE.address(), DNS))));
    List<InetAddress> addresses =
        asked
            .address()
            .map(List::of)
            .orElseGet(() -> asked.name().map(world::addressesOf).orElse(List.of()));
    for (InetAddress address : addresses) {
      connections(address, plain, tls, shown);
    }
    InetAddress server = addresses.isEmpty() ? NOWHERE.address() : addresses.get(0);
    asked.name().ifPresent(host -> words(host, path(query), server, plain, tls, decrypts, shown));
    return shown;
  }

  private static DnsQuestion question(DomainName host) {
    DnsQuestion question = new DnsQuestion().type(TYPE_A);
    byte[] octets = host.bytes();
    question.name().set(octets, 0, octets.length);
    return question;
  }

  private static void connections(
      InetAddress address, boolean plain, boolean tls, List<Shown> shown) {
    if (plain) {
      Endpoint http = new Endpoint(address, HTTP);
      shown.add(new Shown(new Connection(http, false), http));
    }
    if (tls) {
      Endpoint https = new Endpoint(address, HTTPS);
      shown.add(new Shown(new Connection(https, false), https));
    }
  }

  private static void words(
      DomainName host,
      String path,
      InetAddress server,
      boolean plain,
      boolean tls,
      boolean decrypts,
      List<Shown> shown) {
    if (plain) {
      shown.add(
          new Shown(new HttpHead(NameView.of(host), "GET", path), new Endpoint(server, HTTP)));
    }
    if (tls) {
      ClientHello hello = new ClientHello(NameView.of(host), false, false);
      Endpoint https = new Endpoint(server, HTTPS);
      Optional<ClientHello> read = decrypts ? Optional.of(hello) : Optional.empty();
      shown.add(new Shown(hello, https));
      shown.add(new Shown(new QuicInitial(QUIC_V1, INITIAL_OCTETS, read), https));
    }
  }

  private static String path(String query) {
    if (!query.contains("://")) {
      return "/";
    }
    try {
      URI uri = URI.create(query.strip());
      String raw = Optional.ofNullable(uri.getRawPath()).filter(p -> !p.isEmpty()).orElse("/");
      return uri.getRawQuery() == null ? raw : raw + "?" + uri.getRawQuery();
    } catch (IllegalArgumentException e) {
      throw Refusal.of("#query/url", "'" + query + "'", "a URL");
    }
  }
}
