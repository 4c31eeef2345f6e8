package nadzor.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code nadzor serve} as a process, once it is ready. */
record Served(Program program, JsonNode ready) implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Waits until it listens. */
  static Served when(Program program, Path readyFile) {
    Until.holds(START, () -> Files.exists(readyFile) || !program.isAlive(), program::err);
    assertTrue(Files.exists(readyFile), program::err);
    return new Served(program, JSON.readTree(readyFile.toFile()));
  }

  /** What curl ends with that asks for a page through a network's proxy. */
  int curl(String network, String url) {
    String proxy = "http://" + ready.at("/networks/" + network + "/proxy").asString();
    String ca = ready.path("ca").asString();
    return Program.run("curl", "-q", "-sS", "-m", "20", "--cacert", ca, "--proxy", proxy, url)
        .exit();
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = sent(HttpRequest.newBuilder(uri(path)));
    assertEquals(200, answer.statusCode(), answer::body);
    return JSON.readTree(answer.body());
  }

  /** The status of the answer to a write. */
  int post(String path, String body) throws IOException, InterruptedException {
    String token = Files.readString(Path.of(ready.path("tokenFile").asString())).strip();
    return sent(HttpRequest.newBuilder(uri(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)))
        .statusCode();
  }

  private URI uri(String path) {
    return URI.create(ready.path("api").asString()).resolve("/api/v1" + path);
  }

  private static HttpResponse<String> sent(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    program.close();
  }
}
