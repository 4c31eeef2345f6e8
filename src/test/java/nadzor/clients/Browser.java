package nadzor.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import nadzor.flow.Endpoint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Chromium with a profile of its own for each visit, pointed at one network's proxy. It trusts the
 * origins' keys by their hashes; nothing is installed. It resolves no name by itself and looks for
 * no devices, so that all it sends goes to the proxy.
 */
record Browser(LaboratoryFixture laboratory, String network, String scheme) {
  /** What is always off: the search for devices. The last flag of this name counts alone. */
  static final String UPGRADES = "--disable-features=MediaRouter,DialMediaRouteProvider";

  /** The same without the attempt to reach plain HTTP URLs over HTTPS first. */
  static final String NO_UPGRADES = UPGRADES + ",HttpsUpgrades";

  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int CLIENT_HELLO = 1;

  /**
   * What a visit came to.
   *
   * @param page the document as it stands after loading; empty where an error page was shown
   * @param hellos the lengths of the ClientHello messages sent, in octets, record headers apart
   * @param internalRedirects reasons for which the browser itself went elsewhere, as HSTS
   * @param seconds from its first ClientHello to the last octets that came inside TLS
   */
  record Visit(
      Finished finished,
      String page,
      List<Integer> hellos,
      List<String> internalRedirects,
      double seconds) {
    /** Chromium's own word for what failed; empty where nothing did. */
    String failure() {
      String mark = "Page load failed: net::";
      int at = finished.err().indexOf(mark);
      return at < 0
          ? ""
          : finished.err().substring(at + mark.length()).lines().findFirst().orElse("");
    }

    @Override
    public String toString() {
      return "hellos " + hellos + ", redirects " + internalRedirects + ", " + finished;
    }
  }

  /** By the network's HTTP proxy. */
  Browser(LaboratoryFixture laboratory, String network) {
    this(laboratory, network, "http");
  }

  /** Loads one URL. */
  Visit visit(String url, String... more) {
    Path directory = temporary();
    try {
      Path log = directory.resolve("net.json");
      List<String> command = command(directory, log);
      command.addAll(List.of(more));
      command.add(url);
      Finished finished = Program.run(DEADLINE, command);
      JsonNode events = JSON.readTree(log.toFile());
      return new Visit(
          finished, finished.out(), hellos(events), internalRedirects(events), seconds(events));
    } finally {
      Directory.remove(directory);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("nadzor-browser-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command(Path directory, Path log) {
    Endpoint proxy = laboratory.proxy(network);
    return new ArrayList<>(
        List.of(
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            UPGRADES,
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE " + proxy.address().getHostAddress(),
            "--user-data-dir=" + directory.resolve("profile"),
            "--proxy-server=" + scheme + "://" + proxy,
            "--ignore-certificate-errors-spki-list=" + laboratory.spkiList(),
            "--log-net-log=" + log,
            "--net-log-capture-mode=Everything",
            "--dump-dom"));
  }

  private static List<Integer> hellos(JsonNode log) {
    int sent = log.at("/constants/logEventTypes/SSL_HANDSHAKE_MESSAGE_SENT").asInt();
    List<Integer> lengths = new ArrayList<>();
    for (JsonNode event : log.path("events")) {
      JsonNode told = event.path("params");
      if (event.path("type").asInt() == sent && told.path("type").asInt() == CLIENT_HELLO) {
        lengths.add(Base64.getDecoder().decode(told.path("bytes").asString()).length);
      }
    }
    return lengths;
  }

  private static double seconds(JsonNode log) {
    JsonNode types = log.at("/constants/logEventTypes");
    int sent = types.path("SSL_HANDSHAKE_MESSAGE_SENT").asInt();
    int came = types.path("SSL_SOCKET_BYTES_RECEIVED").asInt();
    long first = 0;
    long last = 0;
    for (JsonNode event : log.path("events")) {
      long millis = Long.parseLong(event.path("time").asString("0"));
      int type = event.path("type").asInt();
      first = first == 0 && type == sent ? millis : first;
      last = type == came ? millis : last;
    }
    return (last - first) / 1000.0;
  }

  private static List<String> internalRedirects(JsonNode log) {
    String mark = "Non-Authoritative-Reason: ";
    List<String> reasons = new ArrayList<>();
    for (JsonNode event : log.path("events")) {
      for (JsonNode header : event.at("/params/headers")) {
        String text = header.asString();
        if (text.startsWith(mark)) {
          reasons.add(text.substring(mark.length()));
        }
      }
    }
    return reasons;
  }
}
