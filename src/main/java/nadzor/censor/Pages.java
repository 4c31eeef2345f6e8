package nadzor.censor;

import nadzor.blocklist.Rule;

/** Writes the body of a block page. Implementations are pure and thread-safe. */
public interface Pages {
  /**
   * A self-contained HTML page that tells why a host is restricted.
   *
   * @param host as it was asked for; untrusted
   */
  String html(String host, Rule rule);
}
