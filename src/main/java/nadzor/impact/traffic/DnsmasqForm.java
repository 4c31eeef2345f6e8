package nadzor.impact.traffic;

import java.util.Optional;

/**
 * What dnsmasq writes with {@code log-queries} (dnsmasq(8)): {@code dnsmasq[123]: query[A]
 * www.example.org from 192.0.2.1}.
 */
final class DnsmasqForm implements LineForm {
  private static final String QUERY = " query[";

  @Override
  public Optional<RawRow> question(String line) {
    int query = line.indexOf(QUERY);
    int shut = line.indexOf(']', query + QUERY.length());
    if (query < 0 || shut < 0 || line.indexOf("dnsmasq") < 0) {
      return Optional.empty();
    }
    String[] words = line.substring(shut + 1).strip().split(" ", 4);
    return words.length == 3 && words[1].equals("from")
        ? Optional.of(
            RawRow.question(words[0], type(line.substring(query + QUERY.length(), shut)), words[2]))
        : Optional.empty();
  }

  /** What it has no word for is {@code type=65}. */
  private static String type(String written) {
    return written.startsWith("type=") ? written.substring("type=".length()) : written;
  }
}
