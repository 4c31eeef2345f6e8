package nadzor.cli.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The API of a running laboratory. Thread-safe. */
final class Api {
  private static final Duration TO_CONNECT = Duration.ofSeconds(3);
  private static final Duration TO_ANSWER = Duration.ofSeconds(60);
  private static final String ROOT = "/api/v1";

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TO_CONNECT).build();
  private final Running running;

  Api(Running running) {
    this.running = running;
  }

  /** Receives the parts of a stream of server-sent events; says whether to go on. */
  interface Listener {
    boolean event(String id, String kind, JsonNode data);
  }

  /** Reads one resource. */
  JsonNode get(String path, Map<String, String> query) {
    return json(sent(request(path, query).GET()));
  }

  /** Reads all items of a list that comes in pages, at most so many. */
  List<JsonNode> items(String path, Map<String, String> query, int most) {
    List<JsonNode> items = new ArrayList<>();
    Map<String, String> asked = new TreeMap<>(query);
    while (items.size() < most) {
      JsonNode page = get(path, asked);
      page.path("items").forEach(items::add);
      if (!page.path("next").isString()) {
        break;
      }
      asked.put("cursor", page.path("next").asString());
    }
    return items.size() > most ? items.subList(0, most) : items;
  }

  /** Asks for a change; repeated by an impatient network it is done once. */
  JsonNode post(String path, Map<String, String> query, JsonNode body) {
    return json(
        sent(
            authorised(request(path, query))
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))));
  }

  private HttpRequest.Builder authorised(HttpRequest.Builder request) {
    String token =
        running
            .token()
            .orElseThrow(
                () ->
                    new Refused(
                        401,
                        "writing needs the token that the laboratory printed at its start: give"
                            + " --token-file FILE, or set NADZOR_TOKEN"));
    return request
        .header("Authorization", "Bearer " + token)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .header("Content-Type", "application/json");
  }

  /** Writes an answer's octets as they come; for exports. */
  void copy(String path, Map<String, String> query, OutputStream to) throws IOException {
    HttpResponse<InputStream> answer = sent(request(path, query).GET());
    try (InputStream body = answer.body()) {
      if (answer.statusCode() >= 400) {
        throw refused(answer.statusCode(), body.readAllBytes());
      }
      long unused = body.transferTo(to);
    }
  }

  /**
   * Listens to a stream until the listener has enough or the stream ends.
   *
   * @param after the id of the last event that is known, empty for none
   */
  void listen(String path, Map<String, String> query, String after, Listener listener)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path, query)).header("Accept", "text/event-stream").GET();
    HttpResponse<InputStream> answer =
        sent(after.isEmpty() ? request : request.header("Last-Event-ID", after));
    try (InputStream body = answer.body()) {
      if (answer.statusCode() >= 400) {
        throw refused(answer.statusCode(), body.readAllBytes());
      }
      read(new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8)), listener);
    }
  }

  /** Events as the HTML standard frames them: fields by line, an empty line ends one. */
  private static void read(BufferedReader lines, Listener listener) throws IOException {
    String id = "";
    String kind = "message";
    StringBuilder data = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isEmpty() && !data.isEmpty()) {
        if (!listener.event(id, kind, parsed(data.toString()))) {
          return;
        }
        kind = "message";
        data.setLength(0);
      } else if (line.startsWith("id:")) {
        id = line.substring(3).strip();
      } else if (line.startsWith("event:")) {
        kind = line.substring(6).strip();
      } else if (line.startsWith("data:")) {
        data.append(line.substring(5).strip());
      }
    }
  }

  private HttpRequest.Builder request(String path, Map<String, String> query) {
    return HttpRequest.newBuilder(uri(path, query))
        .timeout(TO_ANSWER)
        .header("Accept", "application/json");
  }

  private URI uri(String path, Map<String, String> query) {
    String asked =
        query.entrySet().stream()
            .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
            .collect(Collectors.joining("&"));
    return running.api().resolve(ROOT + path + (asked.isEmpty() ? "" : "?" + asked));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpResponse<InputStream> sent(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new Refused(
          Refused.UNREACHABLE,
          "no laboratory answers at " + running.api() + ": start one with  nadzor serve");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused(Refused.UNREACHABLE, "interrupted");
    }
  }

  private static JsonNode json(HttpResponse<InputStream> answer) {
    try (InputStream body = answer.body()) {
      byte[] octets = body.readAllBytes();
      if (answer.statusCode() >= 400) {
        throw refused(answer.statusCode(), octets);
      }
      return octets.length == 0
          ? JsonNodeFactory.instance.objectNode()
          : parsed(new String(octets, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new Refused(Refused.UNREACHABLE, "the answer broke off: " + e.getMessage());
    }
  }

  private static Refused refused(int status, byte[] body) {
    return Refused.of(status, parsed(new String(body, StandardCharsets.UTF_8)));
  }

  private static JsonNode parsed(String text) {
    try {
      return JsonMapper.shared().readTree(text);
    } catch (JacksonException e) {
      return JsonNodeFactory.instance.objectNode().put("detail", text);
    }
  }
}
