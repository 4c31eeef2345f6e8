package nadzor.clients;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nadzor.lab.LabNetwork;

/** curl as a client of one network, which trusts the laboratory's CA alone. Immutable. */
record Curl(LaboratoryFixture laboratory, String network) {
  /** The exit codes that matter here (curl's manual, EXIT CODES). */
  static final int OK = 0;

  static final int TIMEOUT = 28;
  static final int TLS_FAILED = 35;
  static final int NOTHING_RECEIVED = 52;
  static final int RECEIVE_FAILED = 56;
  static final int PROXY_FAILED = 97;

  static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final String TOLD =
      "%{stderr}\ntransfer code=%{http_code} connect=%{http_connect} connections=%{num_connects}"
          + " body=%{size_download}\n";
  private static final Pattern TRANSFER =
      Pattern.compile("transfer code=(\\d+) connect=(\\d+) connections=(\\d+) body=(\\d+)");

  /**
   * One URL of a command.
   *
   * @param code the status, 0 where there was none
   * @param connect the status that answered a CONNECT, 0 where there was none
   * @param connections new ones made for it
   * @param body octets
   */
  record Transfer(int code, int connect, int connections, long body) {}

  /** What one command led to. */
  record Seen(Finished finished, List<Transfer> transfers) {
    int exit() {
      return finished.exit();
    }

    /** Heads and bodies as they came. */
    String text() {
      return finished.out();
    }

    Transfer first() {
      return transfers.get(0);
    }

    @Override
    public String toString() {
      return finished.toString();
    }
  }

  /** The network's proxy as curl is told of it. */
  String through(Route route) {
    return route.scheme() + "://" + lab().proxy();
  }

  /** Fetches a site's page over HTTPS. */
  Seen https(Route route, String host, String... more) {
    return fetch(route, host, "https://" + host + "/", more);
  }

  /** Fetches a site's page over plain HTTP. */
  Seen http(Route route, String host, String... more) {
    return fetch(route, host, "http://" + host + "/", more);
  }

  private Seen fetch(Route route, String host, String url, String... more) {
    List<String> words = new ArrayList<>(route.words(lab().proxy(), laboratory.site(host)));
    words.addAll(List.of(more));
    words.add(url);
    return run(words.toArray(String[]::new));
  }

  /** Runs it with these words behind the usual ones. */
  Seen run(String... words) {
    return runAll(List.of(words));
  }

  /** Runs it once for several requests, which may share connections. */
  @SafeVarargs
  final Seen runAll(List<String>... requests) {
    return seen(Program.run(DEADLINE, command(requests)));
  }

  /** The whole command. */
  @SafeVarargs
  final List<String> command(List<String>... requests) {
    List<String> command = new ArrayList<>(List.of("curl", "-q"));
    for (List<String> request : requests) {
      if (command.size() > 2) {
        command.add("--next");
      }
      command.addAll(usual());
      command.addAll(request);
    }
    return command;
  }

  /** Reads what one command led to. */
  static Seen seen(Finished finished) {
    List<Transfer> transfers = new ArrayList<>();
    Matcher told = TRANSFER.matcher(finished.err());
    while (told.find()) {
      transfers.add(
          new Transfer(
              Integer.parseInt(told.group(1)),
              Integer.parseInt(told.group(2)),
              Integer.parseInt(told.group(3)),
              Long.parseLong(told.group(4))));
    }
    return new Seen(finished, List.copyOf(transfers));
  }

  private List<String> usual() {
    return List.of(
        "--silent",
        "--show-error",
        "--include",
        "--max-time",
        "20",
        "--cacert",
        laboratory.ca(),
        "--write-out",
        TOLD);
  }

  private LabNetwork lab() {
    return laboratory.network(network);
  }
}
