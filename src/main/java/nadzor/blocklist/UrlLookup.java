package nadzor.blocklist;

import com.google.common.primitives.Bytes;
import com.google.common.primitives.Ints;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nadzor.flow.NameView;

/** Asks a base and its overlay for the URLs of a request. Immutable, thread-safe. */
record UrlLookup(UrlIndex base, UrlIndex overlay, UrlIndex nothing) {
  private static final String SCHEME = "http://";

  /** Rules of the URL, shorter prefixes first. Does not allocate for an origin form elsewhere. */
  Match find(NameView host, int port, String target) {
    if (target.startsWith("/")) {
      return at(host, port, target);
    }
    if (!target.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Match.NONE;
    }
    String rest = target.substring(SCHEME.length());
    int end = UrlPath.start(rest);
    return at(host, port(rest.substring(0, end)), rest.substring(end));
  }

  private static int port(String authority) {
    int colon = authority.lastIndexOf(':');
    boolean none = colon < 0 || colon == authority.length() - 1;
    return none
        ? UrlMatcher.DEFAULT_PORT
        : Optional.ofNullable(Ints.tryParse(authority.substring(colon + 1))).orElse(0);
  }

  private Match at(NameView host, int port, String path) {
    byte[] authority = host.buffer();
    int length = host.length();
    if (port != UrlMatcher.DEFAULT_PORT) {
      authority = joined(authority, length, ":" + port);
      length = authority.length;
    }
    if (!base.hasHost(authority, length) && !overlay.hasHost(authority, length)) {
      return Match.NONE;
    }
    String spelt = UrlPath.normalise(path.getBytes(StandardCharsets.ISO_8859_1));
    return found(joined(authority, length, spelt), length);
  }

  private static byte[] joined(byte[] authority, int length, String rest) {
    return Bytes.concat(Arrays.copyOf(authority, length), rest.getBytes(StandardCharsets.US_ASCII));
  }

  private Match found(byte[] key, int host) {
    List<Match> all = new ArrayList<>();
    int excepted =
        Math.max(base.exception(key, host, overlay), overlay.exception(key, host, nothing));
    base.scan(key, host, excepted, overlay, all::add);
    overlay.scan(key, host, excepted, nothing, all::add);
    return all.stream().reduce(Match.NONE, Match::plus);
  }
}
