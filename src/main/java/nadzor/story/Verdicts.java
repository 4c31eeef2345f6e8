package nadzor.story;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.censor.Enforcement;
import nadzor.censor.Foresight;
import nadzor.flow.ClientHello;
import nadzor.flow.DnsQuestion;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import nadzor.flow.HttpHead;
import nadzor.flow.NameView;
import nadzor.flow.QuicInitial;
import nadzor.flow.Sighting;
import nadzor.registry.Registry;

/**
 * What networks do with a URL at an instant, and why, by the judge that enforces. Immutable.
 *
 * @param host the name in the URL
 * @param at when
 * @param registry what was known then
 * @param verdicts one for each network
 */
public record Verdicts(DomainName host, Instant at, Registry registry, List<Verdict> verdicts) {
  private static final int TYPE_A = 1;

  /** What one network does at each sighting that a visit shows it. */
  public record Verdict(NetworkPlan network, Blocklist version, List<Seen> seen) {
    /** Whether anything is restricted because it is listed. */
    public boolean isRestricted() {
      return seen.stream().anyMatch(one -> one.foresight().filter(Foresight::isListed).isPresent());
    }

    /** Whether the network does something to such a visit whatever is listed. */
    public boolean hasHabit() {
      return seen.stream().anyMatch(one -> one.foresight().filter(Foresight::isHabit).isPresent());
    }
  }

  /** One sighting and what would happen to it. */
  public record Seen(Sighting.Kind kind, Optional<Foresight> foresight) {}

  /**
   * Judges.
   *
   * @param url a URL of http or https, or a host name, which stands for both
   * @throws IllegalArgumentException if it is neither
   */
  public static Verdicts of(Scenario scenario, String url, Instant at, List<NetworkPlan> networks) {
    Target target = Target.of(url);
    Registry registry = scenario.journal().at(at);
    List<Verdict> verdicts = new ArrayList<>();
    for (NetworkPlan plan : networks) {
      Blocklist version = Blocklist.compile(1, plan.rulesAt(registry, at));
      verdicts.add(new Verdict(plan, version, judge(plan, version, target)));
    }
    return new Verdicts(target.host, at, registry, verdicts);
  }

  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;
  private static final int QUIC_V1 = 1;
  private static final int INITIAL_OCTETS = 1_200;

  private static List<Seen> judge(NetworkPlan plan, Blocklist version, Target target) {
    Enforcement enforcement = Enforcement.foreseeing(plan.name(), plan.profile(), version);
    return target.sightings(plan.profile().quic().decrypt()).stream()
        .map(sighting -> seen(enforcement, sighting))
        .toList();
  }

  /** Its address is not known here: what holds addresses is not foreseen. */
  private static Endpoint server(Sighting sighting) {
    return Endpoint.of("0.0.0.0", sighting instanceof HttpHead ? HTTP_PORT : HTTPS_PORT);
  }

  private static Seen seen(Enforcement enforcement, Sighting sighting) {
    return new Seen(sighting.kind(), enforcement.foresee(sighting, server(sighting)));
  }

  /** For people. */
  public String text() {
    return new VerdictText(this).text();
  }

  /** For programs. */
  public String json() {
    return new VerdictJson(this).json();
  }

  /** What a visit to the URL shows to a network. */
  private record Target(DomainName host, String path, boolean plain, boolean tls) {
    static Target of(String url) {
      try {
        if (!url.contains("://")) {
          return new Target(DomainName.of(url), "/", true, true);
        }
        URI uri = URI.create(url);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
          DomainName host = DomainName.of(uri.getHost());
          return new Target(host, path(uri), scheme.equals("http"), scheme.equals("https"));
        }
      } catch (IllegalArgumentException e) {
        throw refusal(url, e);
      }
      throw refusal(url, new IllegalArgumentException(url));
    }

    private static String path(URI uri) {
      String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static IllegalArgumentException refusal(String url, IllegalArgumentException cause) {
      return new IllegalArgumentException(
          "found '" + url + "', expected a URL of http or https, or a host name", cause);
    }

    List<Sighting> sightings(boolean decrypts) {
      List<Sighting> sightings = new ArrayList<>();
      DnsQuestion question = new DnsQuestion().type(TYPE_A);
      byte[] octets = host.bytes();
      question.name().set(octets, 0, octets.length);
      sightings.add(question);
      if (plain) {
        sightings.add(new HttpHead(NameView.of(host), "GET", path));
      }
      if (tls) {
        ClientHello hello = new ClientHello(NameView.of(host), false, false);
        sightings.add(hello);
        Optional<ClientHello> read = decrypts ? Optional.of(hello) : Optional.empty();
        sightings.add(new QuicInitial(QUIC_V1, INITIAL_OCTETS, read));
      }
      return sightings;
    }
  }
}
