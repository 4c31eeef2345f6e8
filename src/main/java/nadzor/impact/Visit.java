package nadzor.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nadzor.flow.ClientHello;
import nadzor.flow.DnsQuestion;
import nadzor.flow.Endpoint;
import nadzor.flow.HttpHead;
import nadzor.flow.NameView;
import nadzor.flow.QuicInitial;
import nadzor.flow.Sighting;

/**
 * What a request of a log shows to a network. A question for addresses (A, AAAA, HTTPS) stands for
 * the visit that follows it: an HTTP request for the front page, a TLS and a QUIC handshake. Where
 * the log tells the URL, its scheme decides. Any other question is only itself.
 */
final class Visit {
  private static final int TYPE_A = 1;
  private static final int TYPE_AAAA = 28;
  private static final int TYPE_HTTPS = 65;
  private static final int QUIC_V1 = 1;
  private static final int INITIAL_OCTETS = 1_200;

  /** The server's address is in no log: what holds addresses is not foreseen. */
  static final Endpoint PLAIN = Endpoint.of("0.0.0.0", 80);

  static final Endpoint SECURE = Endpoint.of("0.0.0.0", 443);

  private Visit() {}

  static List<Sighting> sightings(NameView name, int type, String url, boolean decrypts) {
    List<Sighting> seen = new ArrayList<>(4);
    DnsQuestion question = new DnsQuestion().type(type);
    question.name().set(name.buffer(), 0, name.length());
    seen.add(question);
    boolean visit = !url.isEmpty() || type == TYPE_A || type == TYPE_AAAA || type == TYPE_HTTPS;
    if (visit && !isSecure(url)) {
      seen.add(new HttpHead(name, "GET", target(url)));
    }
    if (visit && !isPlain(url)) {
      ClientHello hello = new ClientHello(name, false, false);
      seen.add(hello);
      seen.add(
          new QuicInitial(
              QUIC_V1, INITIAL_OCTETS, decrypts ? Optional.of(hello) : Optional.empty()));
    }
    return seen;
  }

  static Endpoint server(Sighting sighting) {
    return sighting instanceof HttpHead ? PLAIN : SECURE;
  }

  static boolean isPlain(String url) {
    return url.toLowerCase(Locale.ROOT).startsWith("http://");
  }

  private static boolean isSecure(String url) {
    return url.toLowerCase(Locale.ROOT).startsWith("https://");
  }

  /** Path and query of a URL, as a request line carries them; {@code /} where there are none. */
  static String target(String url) {
    int host = url.indexOf("://");
    int path = host < 0 ? -1 : url.indexOf('/', host + 3);
    if (path < 0) {
      return "/";
    }
    int fragment = url.indexOf('#', path);
    return fragment < 0 ? url.substring(path) : url.substring(path, fragment);
  }
}
