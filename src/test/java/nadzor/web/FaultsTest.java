package nadzor.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that are to be refused, and streams that break off; on raw sockets where it matters. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {
  private static final String API = ServedOffice.API;
  private static final String VIOLATION =
      "{\"platform\": \"facebook\", \"kind\": \"k\", \"source\": \"s\"}";

  private final ServedOffice served;

  FaultsTest(@TempDir Path directory) throws IOException {
    served = ServedOffice.start(directory, "2022-02-24T20:59:59Z", Duration.ofSeconds(3));
  }

  @AfterAll
  void stop() {
    served.close();
  }

  private String host() {
    return served.server.address().toString();
  }

  /** The first line of the answer to what is sent as it stands. */
  private String raw(byte[] request) throws IOException {
    try (Socket socket = open()) {
      OutputStream out = socket.getOutputStream();
      out.write(request);
      out.flush();
      return lines(socket).readLine();
    }
  }

  private Socket open() throws IOException {
    return new Socket(served.server.address().address(), served.server.address().port());
  }

  private static BufferedReader lines(Socket socket) throws IOException {
    return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
  }

  private String head(String line, String more) {
    return line + " HTTP/1.1\r\nHost: " + host() + "\r\n" + more + "\r\n";
  }

  private String writing(int length) {
    String token = "Authorization: Bearer " + served.server.token() + "\r\n";
    return head(
        "POST " + API + "/violations",
        token + "Content-Type: application/json\r\nContent-Length: " + length + "\r\n");
  }

  @Test
  void writingNeedsTheTokenOrASessionWithItsCsrfToken() throws IOException, InterruptedException {
    String path = API + "/violations";
    assertEquals(401, served.raw("POST", served.request(path), VIOLATION).status());
    assertEquals(
        401,
        served.raw("POST", served.request(path), VIOLATION, "Authorization", "Bearer x").status());
    String link = served.server.link();
    String way = link.substring(link.indexOf("/login"));
    ServedOffice.Got entered = served.raw("GET", served.request(way), "");
    assertEquals(303, entered.status());
    String set = entered.response().headers().firstValue("set-cookie").orElseThrow();
    assertTrue(set.contains("HttpOnly") && set.contains("SameSite=Strict"), set);
    assertEquals(403, served.raw("GET", served.request(way), "").status());
    String cookie = set.replaceFirst(";.*", "");
    assertEquals(
        403, served.raw("POST", served.request(path), VIOLATION, "Cookie", cookie).status());
    String csrf =
        served
            .raw("GET", served.request(API + "/session"), "", "Cookie", cookie)
            .json()
            .path("csrf")
            .asString();
    String[] both = {"Cookie", cookie, "X-Nadzor-Csrf", csrf};
    assertEquals(201, served.raw("POST", served.request(path), VIOLATION, both).status());
  }

  @Test
  void pagesOfOthersAndNamesOfOthersAreRefused() throws IOException, InterruptedException {
    String[] foreign = {
      "Authorization", "Bearer " + served.server.token(), "Origin", "http://evil.test"
    };
    assertEquals(
        403, served.raw("POST", served.request(API + "/violations"), VIOLATION, foreign).status());
    String rebound = "GET /api/v1/clock HTTP/1.1\r\nHost: evil.test\r\n\r\n";
    assertTrue(raw(rebound.getBytes(UTF_8)).contains(" 421 "));
  }

  @Test
  void aBodyOfTenMegabytesIsTooLarge() throws IOException {
    assertTrue(raw(writing(10_000_000).getBytes(UTF_8)).contains(" 413 "));
  }

  @Test
  void aBodyThatDoesNotComeIsNotWaitedForForEver() throws IOException {
    assertTrue(raw((writing(100) + "{").getBytes(UTF_8)).contains(" 408 "));
  }

  @Test
  void badUtf8AndDeepAndDoubledJsonAreMalformed() throws IOException, InterruptedException {
    byte[] bad = (writing(4) + "{\"__").getBytes(UTF_8);
    bad[bad.length - 2] = (byte) 0xff;
    assertTrue(raw(bad).contains(" 400 "));
    String deep = "[".repeat(200) + "]".repeat(200);
    assertEquals(400, served.post(API + "/violations", deep).status());
    String twice = VIOLATION.replace("{", "{\"kind\": \"other\", ");
    assertEquals(400, served.post(API + "/violations", twice).status());
  }

  @Test
  void aStreamResumesWhereItBrokeOff() throws IOException, InterruptedException {
    try (Socket socket = open()) {
      BufferedReader lines = subscribe(socket, "");
      assertEquals(201, served.post(API + "/violations", VIOLATION).status());
      String id = id(lines);
      assertEquals(201, served.post(API + "/violations", VIOLATION).status());
      String missed = id(lines);
      try (Socket again = open()) {
        assertEquals(missed, id(subscribe(again, "Last-Event-ID: " + id + "\r\n")));
      }
    }
    try (Socket other = open()) {
      BufferedReader lines = subscribe(other, "Last-Event-ID: another-5\r\n");
      assertTrue(until(lines, "event: ").contains("gap"));
    }
  }

  private BufferedReader subscribe(Socket socket, String more) throws IOException {
    socket.setSoTimeout(60_000);
    socket.getOutputStream().write(head("GET " + API + "/changes/stream", more).getBytes(UTF_8));
    BufferedReader lines = lines(socket);
    until(lines, ": simulation");
    return lines;
  }

  private static String id(BufferedReader lines) throws IOException {
    return until(lines, "id: ").substring("id: ".length());
  }

  private static String until(BufferedReader lines, String prefix) throws IOException {
    List<String> read = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(prefix)) {
        return line;
      }
      read.add(line);
    }
    throw new AssertionError("no " + prefix + " in " + read);
  }

  /** What is expected is told in words, not in those of a schema. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/clock/step|{\"by\": \"2 hours\"}|a duration (PT1H30M, P2D, 7d, 1h30m)",
        "/clock/speed|{\"speed\": 0}|more than 0",
        "/operators|{\"id\": \"a b\", \"name\": \"n\"}|1 to 100 letters, digits",
        "/demands/d/answer|{\"outcome\": \"perhaps\"}|one of met, ignored",
        "/lists/build?name=a%5Cb|x|a name without slashes"
      })
  void whatIsExpectedIsToldInWords(String path, String body, String words)
      throws IOException, InterruptedException {
    ServedOffice.Got got = served.post(API + path, body);
    assertEquals(400, got.status());
    String told = got.json().at("/errors/0/expected").asString();
    assertTrue(told.startsWith(words), told);
  }
}
