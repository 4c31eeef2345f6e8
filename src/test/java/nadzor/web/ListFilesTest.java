package nadzor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Lists come in as files, are looked at, and go out as files. */
@Timeout(300)
class ListFilesTest {
  private static final String LISTS = ServedOffice.API + "/lists";
  private static final String SITE = "https://example.org/";
  private static final String EXTRA =
      "a.test\n*.b.test\n*tube*\n192.0.2.0/24\na..b.test\nC.Test.\n";

  private static final String RENAMED =
      "[{\"from\":\"extra.txt\",\"to\":\"more.txt\",\"changes\":5}]";

  private final Path directory;
  private final ServedOffice served;

  ListFilesTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    served = ServedOffice.start(directory, "2022-03-10T00:00:00Z");
  }

  @AfterEach
  void stop() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(
          List.of(),
          files.map(Path::toString).filter(name -> name.endsWith(".part")).toList(),
          "no body stays behind");
    }
    served.close();
  }

  private ServedOffice.Got send(String query, String body, String... headers)
      throws IOException, InterruptedException {
    return served.send("POST", LISTS + "/build?" + query, body, typed(headers));
  }

  private static String[] typed(String... headers) {
    return Stream.concat(Stream.of("Content-Type", "text/plain"), Stream.of(headers))
        .toArray(String[]::new);
  }

  private JsonNode built(String query, String body) throws IOException, InterruptedException {
    ServedOffice.Got got = send(query, body);
    assertEquals(201, got.status(), got.response().body());
    String location = got.response().headers().firstValue("location").orElse("");
    assertEquals(200, served.get(location).status());
    return got.json();
  }

  private JsonNode read(String path) throws IOException, InterruptedException {
    ServedOffice.Got got = served.get(LISTS + path);
    assertEquals(200, got.status(), got.response().body());
    return got.json();
  }

  private static String names(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "n" + i + ".test")
        .collect(Collectors.joining("\n"));
  }

  private boolean isReached() throws InterruptedException {
    try {
      return served.visit("isp-dns", SITE) == 200;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aFileBecomesAVersionThatBites() throws IOException, InterruptedException {
    JsonNode first = built("name=extra.txt&note=one&recordedBy=ann", EXTRA);
    assertEquals("built", first.path("outcome").asString());
    assertEquals(5, first.path("items").asInt());
    assertEquals(1, first.path("refusedValues").asInt());
    assertTrue(first.at("/refusals/0").asString().startsWith("extra.txt:5:"), first.toString());
    String remarks = first.path("remarks").toString();
    assertTrue(remarks.contains("{\"what\":\"repaired trailing-dot\",\"count\":1}"), remarks);
    assertEquals(3, first.at("/kinds/names").asInt());
    assertEquals(1, first.at("/version/kinds/masks").asInt());
    assertEquals("ann", first.at("/version/by").asString());
    assertEquals("extra.txt", first.at("/version/sources/0/file").asString());
    JsonNode more = built("name=more.txt", EXTRA + "example.org\n");
    assertEquals(RENAMED, more.path("renamings").toString());
    assertEquals(RENAMED, read("/diff?from=1&to=2").path("renamings").toString());
    assertEquals(RENAMED, read("/diff?from=1&to=2&what=added").path("renamings").toString());
    assertEquals("[]", read("/diff?from=2&to=2").path("renamings").toString());
    assertTrue(isReached(), "a build puts nothing in force");
    served.post(LISTS + "/activate", "{\"number\": 2}");
    assertTrue(!isReached());
    served.post(LISTS + "/activate", "{\"number\": 1, \"yesReally\": true}");
    served.post(LISTS + "/rollback", "{}");
    JsonNode activations = read("/activations");
    assertEquals(3, activations.path("total").asInt());
    assertTrue(activations.at("/items/0/rollback").asBoolean());
    assertEquals(2, activations.at("/items/0/number").asInt());
    assertTrue(read("").at("/items/0/inForce").asBoolean());
  }

  @Test
  void aDryRunTellsAllAndKeepsNothing() throws IOException, InterruptedException {
    built("name=a.txt", "a.test\nb.test\n");
    ServedOffice.Got got = send("name=b.txt&dryRun=true", "b.test\n*t.co*\n");
    assertEquals(200, got.status());
    JsonNode tried = got.json();
    assertEquals("tried", tried.path("outcome").asString());
    assertEquals("{\"added\":1,\"removed\":1,\"reasons\":1}", tried.path("counts").toString());
    assertTrue(tried.at("/lint/counts/error").asInt() > 0, tried.toString());
    assertEquals("*t.co*", tried.at("/lint/findings/0/match").asString());
    assertEquals(1, read("").path("total").asInt());
  }

  @Test
  void theSameAgainIsNoNewVersion() throws IOException, InterruptedException {
    built("name=a.txt", "a.test\n");
    ServedOffice.Got got = send("name=a.txt", "a.test\n");
    assertEquals(200, got.status());
    assertEquals("unchanged", got.json().path("outcome").asString());
    assertEquals(1, got.json().at("/version/number").asInt());
  }

  @Test
  void anAccidentNeedsAWord() throws IOException, InterruptedException {
    built("name=a.txt", names(200));
    ServedOffice.Got got = send("name=a.txt", names(20));
    assertEquals(422, got.status());
    assertEquals("#query/yesReally", got.json().at("/errors/0/pointer").asString());
    assertTrue(got.response().body().contains("it shrank by 90.0 %"), got.response().body());
    JsonNode tried = send("name=a.txt&dryRun=true", names(20)).json();
    assertEquals("shrank", tried.at("/objections/0/concern").asString());
    built("name=a.txt&yesReally=true", names(20));
  }

  @Test
  void theSameKeyAnswersTheSameAndOnlyForTheSameFile() throws IOException, InterruptedException {
    String[] key = {"Idempotency-Key", "k"};
    assertEquals(201, send("name=a.txt", "a.test", key).status());
    ServedOffice.Got again = send("name=a.txt", "a.test", key);
    assertEquals(201, again.status());
    assertEquals("true", again.response().headers().firstValue("idempotency-replayed").orElse(""));
    assertEquals(422, send("name=a.txt", "b.test", key).status());
    assertEquals(1, read("").path("total").asInt());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|a.test|400|#query/name",
        "name=a.txt&format=klingon|a.test|400|#query/format",
        "name=a%5Cb|a.test|400|#query/name",
        "name=a.xml|<register><broken|422|#body",
        "name=a.txt&strict=true|a..b.test|422|a.txt:1:",
        "name=a.txt&format=json-lines|{no json}|422|#body",
        "name=a.txt|# nothing|422|it has no rules"
      })
  void whatCannotBeIsRefused(String query, String body, int status, String says)
      throws IOException, InterruptedException {
    ServedOffice.Got got = send(query, body);
    assertEquals(status, got.status(), got.response().body());
    assertTrue(got.response().body().contains(says), got.response().body());
    assertEquals(0, read("").path("total").asInt());
  }

  @Test
  void aFormIsNoFileAndAStrangerBuildsNothing() throws IOException, InterruptedException {
    String path = LISTS + "/build?name=a.txt";
    ServedOffice.Got form =
        served.send("POST", path, "a.test", "Content-Type", "multipart/form-data; boundary=x");
    assertEquals(415, form.status());
    assertEquals(401, served.raw("POST", served.request(path), "a.test", typed()).status());
  }

  /** Longer than any JSON may be; packed, and over before the server has it whole in memory. */
  @Test
  void aLongFileIsTakenWhereAnObjectWouldNotBe() throws IOException, InterruptedException {
    String list = names(200_000);
    assertTrue(list.length() > 2 << 20);
    JsonNode built = built("name=long.txt", list);
    assertEquals(200_000, built.path("rules").asInt());
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(list.getBytes(StandardCharsets.UTF_8));
    }
    HttpRequest request =
        served
            .request(LISTS + "/build?name=long.txt&dryRun=true")
            .header("Authorization", "Bearer " + served.server.token())
            .POST(HttpRequest.BodyPublishers.ofByteArray(packed.toByteArray()))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertTrue(answer.body().contains("\"outcome\":\"unchanged\""), answer.body());
  }

  @Test
  void entriesAreFoundPageByPage() throws IOException, InterruptedException {
    built("name=extra.txt", EXTRA);
    assertEquals(5, read("/versions/1/entries").path("total").asInt());
    JsonNode names = read("/versions/1/entries?kind=name&limit=2");
    assertEquals(3, names.path("total").asInt());
    JsonNode rest = read("/versions/1/entries?kind=name&cursor=" + names.path("next").asString());
    assertEquals(1, rest.path("items").size());
    assertTrue(!rest.has("next"), rest.toString());
    JsonNode found = read("/versions/1/entries?q=" + encoded("TUBE"));
    assertEquals("*tube*", found.at("/items/0/match").asString());
    assertEquals("mask", found.at("/items/0/kind").asString());
    assertEquals(1, read("/versions/1/entries?q=extra.txt:4").path("total").asInt());
    assertEquals(0, read("/versions/1/entries?measure=throttle").path("total").asInt());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void lintTellsWhatThisLaboratoryKnows() throws IOException, InterruptedException {
    String address = served.office.laboratory().world().sites().get(0).ipv4().getHostAddress();
    built("name=extra.txt", "*t.co*\nco.uk\n" + address + "\nexample.org\nwww.example.org\n");
    JsonNode lint = read("/versions/1/lint");
    assertTrue(lint.at("/counts/error").asInt() >= 2, lint.toString());
    JsonNode only = read("/versions/1/lint?severity=error&limit=1");
    assertEquals(1, only.path("findings").size());
    assertEquals("error", only.at("/findings/0/severity").asString());
    JsonNode check = read("/versions/1/lint?check=mask");
    assertTrue(check.path("findings").size() <= lint.path("findings").size());
  }

  @Test
  void anExportIsTheListAgain() throws IOException, InterruptedException {
    built("name=extra.txt", EXTRA);
    ServedOffice.Got got = served.get(LISTS + "/versions/1/export?format=plain");
    assertEquals(200, got.status());
    assertEquals(
        "attachment; filename=\"list-1.plain.txt\"",
        got.response().headers().firstValue("content-disposition").orElse(""));
    ServedOffice.Got again = send("name=again.txt&dryRun=true", got.response().body());
    assertEquals(0, again.json().at("/counts/added").asInt(), again.response().body());
    JsonNode losses = read("/versions/1/losses?format=hosts");
    assertTrue(losses.path("written").asInt() < losses.path("entries").asInt());
    assertTrue(losses.path("remarks").toString().contains("addresses"), losses.toString());
    assertEquals(400, served.get(LISTS + "/versions/1/export?format=adblock").status());
    assertEquals(404, served.get(LISTS + "/versions/7/export?format=plain").status());
  }

  @Test
  void formatsAreTold() throws IOException, InterruptedException {
    JsonNode formats = read("/formats");
    JsonNode document = served.contract.document();
    JsonNode words = document.at("/paths/~1api~1v1~1lists~1build/post/parameters/1/schema/enum");
    assertEquals(words.size(), formats.path("items").size());
    for (int i = 0; i < words.size(); i++) {
      assertEquals(words.get(i), formats.path("items").get(i).path("format"));
    }
  }

  /** A laboratory whose directory is gone says so, and takes the next file when it is back. */
  @Test
  void aDirectoryThatIsGoneIsTold() throws IOException, InterruptedException {
    Path away = directory.resolveSibling(directory.getFileName() + "-away");
    Files.move(directory, away);
    try {
      assertEquals(503, send("name=a.txt", "a.test").status());
    } finally {
      Files.move(away, directory);
    }
    built("name=a.txt", "a.test");
  }

  /** The body breaks off: nothing is built, nothing stays. */
  @Test
  void aBodyThatBreaksOffIsForgotten() throws IOException, InterruptedException {
    try (var socket =
        new java.net.Socket(served.server.address().address(), served.server.address().port())) {
      String head =
          "POST "
              + LISTS
              + "/build?name=a.txt HTTP/1.1\r\nHost: "
              + served.server.address()
              + "\r\nAuthorization: Bearer "
              + served.server.token()
              + "\r\nContent-Length: 1000\r\n\r\na.test\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      while (in.read() >= 0) {
        // Until the server has closed it.
      }
    }
    assertEquals(0, read("").path("total").asInt());
  }
}
