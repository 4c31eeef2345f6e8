package nadzor.impact.traffic;

import java.util.Optional;

/**
 * What Unbound writes with {@code log-queries: yes} (unbound.conf(5)): {@code [1425562829]
 * unbound[9384:0] info: 192.0.2.1 www.example.org. A IN}. Lines of {@code log-replies} tell of the
 * same questions again, with a code and more behind them, and are left out.
 */
final class UnboundForm implements LineForm {
  private static final String INFO = " info: ";
  private static final int WORDS = 4;

  @Override
  public Optional<RawRow> question(String line) {
    int info = line.indexOf(INFO);
    if (info < 0 || line.lastIndexOf("unbound", info) < 0) {
      return Optional.empty();
    }
    String[] words = line.substring(info + INFO.length()).strip().split(" ", WORDS + 1);
    boolean question = words.length == WORDS && words[WORDS - 1].equals("IN");
    return question
        ? Optional.of(RawRow.question(words[1], words[2], beforePort(words[0])))
        : Optional.empty();
  }

  /** Some versions add the port behind an at sign. */
  private static String beforePort(String client) {
    int port = client.indexOf('@');
    return port < 0 ? client : client.substring(0, port);
  }
}
