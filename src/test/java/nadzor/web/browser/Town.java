package nadzor.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.stream.Stream;
import nadzor.office.Office;
import nadzor.office.OfficeSpec;
import nadzor.story.ScenarioReader;
import nadzor.web.WebServer;
import nadzor.web.WebSpec;

/**
 * A running office over the shipped scenario with a browser before it: one for all tests of this
 * package, its calendar standing still. Used by one thread.
 */
final class Town implements AutoCloseable {
  /** 25 violations are recorded, Facebook is slowed down. */
  static final String ALMOST = "2022-03-03T12:00:00+03:00";

  private static final double PATIENCE_MILLIS = 20_000;
  private static final Path SCENARIO = Path.of("config", "scenarios", "meta-2022.yaml");

  private final Path directory;
  private final Office office;
  private final WebServer server;
  private final Chromium chromium = new Chromium();
  private final Browser browser = chromium.direct();
  private final HttpClient http = HttpClient.newHttpClient();

  private Town(Path directory, Office office, WebServer server) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    this.directory = directory;
    this.office = office;
    this.server = server;
  }

  static Town start() {
    try {
      Path directory = Files.createTempDirectory("nadzor-browser-");
      OfficeSpec spec =
          OfficeSpec.of(
                  new ScenarioReader().read(SCENARIO),
                  directory,
                  OffsetDateTime.parse(ALMOST).toInstant())
              .paused();
      Office office = Office.open(spec);
      return new Town(directory, office, WebServer.start(WebSpec.onLoopback(0), office));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The journal as the scenario has it up to an instant; policy proposes. */
  void populate(String instant) {
    write(
        "lab/populate",
        "{\"at\": \"" + instant + "\", \"policy\": \"propose\", \"running\": false}");
  }

  /** Builds a version of the list, by the API; the number it has. */
  long build(String query, String list) {
    send("lists/build?yesReally=true&" + query, "text/plain", list);
    try {
      return office.lists().folder().history().latest().orElseThrow().number();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes by the API, with the token. */
  void write(String path, String body) {
    send(path, "application/json", body);
  }

  private void send(String path, String type, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + "api/v1/" + path))
            .header("Authorization", "Bearer " + server.token())
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Somebody who may write, at a desk. */
  Desk teacher() {
    Desk desk = desk(new Browser.NewContextOptions());
    desk.page().navigate(server.link());
    return desk.ready();
  }

  /** The same before another kind of screen. */
  Desk teacher(int width, int height, ColorScheme scheme) {
    Desk desk =
        desk(new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme));
    desk.page().navigate(server.link());
    return desk.ready();
  }

  /** Somebody who only looks. */
  Desk passerBy() {
    return desk(new Browser.NewContextOptions());
  }

  private Desk desk(Browser.NewContextOptions options) {
    BrowserContext context =
        browser.newContext(
            options
                .setBaseURL(server.url())
                .setLocale("en-GB")
                .setTimezoneId("UTC")
                .setReducedMotion(ReducedMotion.REDUCE));
    return new Desk(context, context.newPage(), Watch.over(context));
  }

  /** Somebody who lives in a network. */
  Tenant tenant(String network) {
    return new Tenant(
        chromium.behind(
            office.laboratory().network(network).proxy(), office.laboratory().spkiList()));
  }

  @Override
  public void close() throws IOException {
    browser.close();
    chromium.close();
    server.close();
    office.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
