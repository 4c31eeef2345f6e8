package nadzor.impact.traffic;

import java.util.Optional;

/**
 * BIND's query log (BIND 9 Administrator Reference Manual, "Query Logging"): {@code client @0x7f
 * 192.0.2.1#53124 (www.example.org): query: www.example.org IN A +E(0)K (192.0.2.53)}, behind
 * whatever time and category the server prints.
 */
final class BindForm implements LineForm {
  private static final String QUERY = ": query: ";
  private static final String CLIENT = "client ";

  @Override
  public Optional<RawRow> question(String line) {
    int query = line.indexOf(QUERY);
    if (query < 0) {
      return Optional.empty();
    }
    String[] words = line.substring(query + QUERY.length()).split(" ", 4);
    return words.length < 3
        ? Optional.empty()
        : Optional.of(RawRow.question(words[0], words[2], client(line.substring(0, query))));
  }

  private static String client(String before) {
    int from = before.indexOf(CLIENT);
    int port = before.indexOf('#', Math.max(0, from));
    if (from < 0 || port < 0) {
      return "";
    }
    String who = before.substring(from + CLIENT.length(), port);
    return who.substring(who.lastIndexOf(' ') + 1);
  }
}
