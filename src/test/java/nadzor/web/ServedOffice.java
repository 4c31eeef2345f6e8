package nadzor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import nadzor.flow.Endpoint;
import nadzor.office.Office;
import nadzor.office.OfficeSpec;
import nadzor.office.Standing;
import nadzor.story.ScenarioReader;
import tools.jackson.databind.JsonNode;

/** The shipped story, served on free ports of loopback; its calendar stands still. */
final class ServedOffice implements AutoCloseable {
  static final String API = "/api/v1";

  final Office office;
  final WebServer server;
  final Contract contract = Contract.shipped();
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

  private ServedOffice(Office office, WebServer server) {
    this.office = office;
    this.server = server;
  }

  static ServedOffice start(Path directory, String at, Duration patience) throws IOException {
    return start(spec(directory, at).paused(), patience);
  }

  /** Populated, with a calendar that runs. */
  static OfficeSpec spec(Path directory, String at) {
    return OfficeSpec.of(
        new ScenarioReader().read(Path.of("config/scenarios/meta-2022.yaml")),
        directory,
        Instant.parse(at));
  }

  static ServedOffice start(OfficeSpec spec, Duration patience) throws IOException {
    Office office = Office.open(spec);
    return new ServedOffice(office, WebServer.start(WebSpec.onLoopback(0), office, patience));
  }

  static ServedOffice start(Path directory, String at) throws IOException {
    return start(directory, at, Duration.ofSeconds(30));
  }

  /** An answer, held to the document. */
  record Got(int status, HttpResponse<String> response) {
    JsonNode json() {
      return Json.read(response.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    String etag() {
      return response.headers().firstValue("etag").orElseThrow();
    }
  }

  Got get(String path) throws IOException, InterruptedException {
    return send("GET", path, "");
  }

  Got post(String path, String body, String... headers) throws IOException, InterruptedException {
    return send("POST", path, body, headers);
  }

  Got send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path);
    if (!method.equals("GET")) {
      request.header("Authorization", "Bearer " + server.token());
    }
    Got got = raw(method, request, body, headers);
    String operation = path.replaceFirst("\\?.*", "");
    checkShape(method, operation, got);
    return got;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://" + server.address() + path))
        .timeout(Duration.ofSeconds(60));
  }

  Got raw(String method, HttpRequest.Builder request, String body, String... headers)
      throws IOException, InterruptedException {
    if (!body.isEmpty() && !List.of(headers).contains("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    request.method(method, HttpRequest.BodyPublishers.ofString(body));
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Got(response.statusCode(), response);
  }

  /** The answer is one that the document has, and of the shape that it says. */
  private void checkShape(String method, String path, Got got) {
    String template = template(method, path);
    JsonNode answers =
        contract
            .document()
            .path("paths")
            .path(template)
            .path(method.toLowerCase(java.util.Locale.ROOT))
            .path("responses");
    JsonNode answer = answers.path(String.valueOf(got.status()));
    if (answer.isMissingNode() && got.status() < 300) {
      answer = answers.path("200").isMissingNode() ? firstGood(answers) : answers.path("200");
    }
    assertEquals(
        false, answer.isMissingNode(), method + " " + template + " never answers " + got.status());
    if (answer.has("$ref")) {
      assertEquals(List.of(), contract.check("Problem", got.json()), got.response().body());
      return;
    }
    String ref = answer.at("/content/application~1json/schema/$ref").asString();
    if (!ref.isEmpty()) {
      String name = ref.substring(ref.lastIndexOf('/') + 1);
      assertEquals(List.of(), contract.check(name, got.json()), got.response().body());
    }
  }

  private static JsonNode firstGood(JsonNode answers) {
    return answers.properties().stream()
        .filter(one -> one.getKey().startsWith("2"))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private String template(String method, String path) {
    Optional<String> exact =
        contract.operations().stream().filter(one -> one.equals(method + " " + path)).findFirst();
    return exact
        .or(
            () ->
                contract.operations().stream()
                    .filter(
                        one -> (method + " " + path).matches(one.replaceAll("\\{[a-z]+}", "[^/]+")))
                    .findFirst())
        .orElseThrow(() -> new AssertionError("no operation " + method + " " + path))
        .substring(method.length() + 1);
  }

  /** What a network applies. */
  Standing standing(String network) {
    return Optional.ofNullable(office.standings().get(network)).orElseThrow();
  }

  /** The status of a page fetched through a network's proxy; throws where it is restricted. */
  int visit(String network, String url) throws IOException, InterruptedException {
    return fetch(network, url).statusCode();
  }

  /** The page, as {@link #visit} fetches it. */
  String page(String network, String url) throws IOException, InterruptedException {
    return fetch(network, url).body();
  }

  private HttpResponse<String> fetch(String network, String url)
      throws IOException, InterruptedException {
    Endpoint proxy = office.laboratory().network(network).proxy();
    HttpClient browser =
        HttpClient.newBuilder()
            .proxy(ProxySelector.of(new InetSocketAddress(proxy.address(), proxy.port())))
            .sslContext(trusting(office.laboratory().caFile()))
            .build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20)).build();
    return browser.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static SSLContext trusting(Path caFile) {
    try (InputStream in = Files.newInputStream(caFile)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    server.close();
    office.close();
  }
}
