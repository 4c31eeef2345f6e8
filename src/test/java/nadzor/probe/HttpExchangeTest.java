package nadzor.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import nadzor.flow.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpExchangeTest {
  private static final int CAP = 50;

  private static HttpStep get(String response, int piece) {
    Recorder recorder = new Recorder(() -> 0);
    Duration wait = Duration.ofSeconds(1);
    Limits limits = new Limits(wait, wait, wait, wait, wait, wait, wait, CAP);
    RecordedLine line =
        new RecordedLine(
            new ScriptedLine(response.replace("|", "\r\n"), piece),
            Endpoint.of("127.10.0.1", 80),
            recorder);
    return new HttpExchange(line, recorder, limits)
        .get(Site.of("example.org"), Scheme.HTTP, line, recorder.deadline(wait));
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1 200 OK|Content-Length: 5||hello and more, 200, hello",
    "HTTP/1.1 200|content-length:5||hello, 200, hello",
    "HTTP/1.0 404 No||hello, 404, hello",
    "HTTP/1.1 200 OK|Transfer-Encoding: chunked||2|he|3;x=y|llo|0||, 200, hello",
    "HTTP/1.1 200 OK|Transfer-Encoding: Chunked||5|hello|0|Trailer: x||, 200, hello",
    "HTTP/1.1 103 Hints|Link: x||HTTP/1.1 200 OK|Content-Length: 5||hello, 200, hello",
    "HTTP/1.1 204 None||hello, 204, ''",
    "HTTP/1.1 304 Same|Content-Length: 9||, 304, ''",
    "HTTP/1.1 200 OK|Content-Length: 5|Content-Length: 5||hello, 200, hello"
  })
  void whole(String response, int status, String body) {
    for (int piece : new int[] {1, 7, 10_000}) {
      HttpStep step = get(response, piece);
      HttpAnswer answer = step.answer().orElseThrow();
      assertEquals(Optional.empty(), step.failure());
      assertEquals(status, answer.status());
      assertEquals(body.length(), answer.bodyLength());
      assertEquals(
          Hashing.sha256().hashString(body, StandardCharsets.US_ASCII).toString(),
          answer.bodySha256());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SSH-2.0-x|, http_request_failed",
    "HTTP/2 200||, http_request_failed",
    "HTTP/1.1 99 Low||, http_request_failed",
    "HTTP/1.1 200 OK|no colon||, http_request_failed",
    "HTTP/1.1 200 OK|: empty||, http_request_failed",
    "HTTP/1.1 200 OK|Content-Length: 5|Content-Length: 6||hello, http_request_failed",
    "HTTP/1.1 200 OK|Content-Length: -1||, http_request_failed",
    "HTTP/1.1 200 OK|Content-Length: 9999999999999999999||, http_request_failed",
    "HTTP/1.1 200 OK|Transfer-Encoding: gzip||, http_request_failed",
    "HTTP/1.1 200 OK|Transfer-Encoding: chunked||xyz|, http_request_failed",
    "HTTP/1.1 200 OK|Transfer-Encoding: chunked||-1|, http_request_failed",
    "HTTP/1.1 200 OK|Transfer-Encoding: chunked||ffffffffffffffff|, http_request_failed",
    "HTTP/1.1 200 OK|Transfer-Encoding: chunked||2|hello|, http_request_failed",
    "HTTP/1.1 200 OK|Transfer-Encoding: chunked||5|hel, eof_error",
    "HTTP/1.1 200 OK|Content-Length: 5||hel, eof_error",
    "HTTP/1.1 200 OK|Content-Le, eof_error",
    "'', eof_error"
  })
  void broken(String response, String failure) {
    assertEquals(failure, get(response, 3).failure().orElseThrow().text());
  }

  @Test
  void interimResponsesEnd() {
    String response = "HTTP/1.1 100 Continue||".repeat(20);
    assertEquals("http_request_failed", get(response, 99).failure().orElseThrow().text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 900||",
        "Transfer-Encoding: chunked||384|",
        "Transfer-Encoding: chunked||32|",
        "|"
      })
  void aLongBodyIsCut(String framing) {
    HttpStep step = get("HTTP/1.1 200 OK|" + framing + "x".repeat(900), 64);
    assertEquals(Optional.empty(), step.failure());
    assertEquals(CAP, step.answer().orElseThrow().bodyLength());
    assertEquals(true, step.answer().orElseThrow().truncated());
  }

  @Test
  void keepsWhatCameOfABrokenBody() {
    HttpStep step = get("HTTP/1.1 200 OK|Content-Length: 9|X: y||half", 4);
    assertEquals(4, step.answer().orElseThrow().bodyLength());
    assertEquals(Optional.of("y"), step.answer().orElseThrow().header("x"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<title>Facebook</title>; Facebook",
        "<HTML><TITLE lang=ru>  Two~ words </TITLE>; Two words",
        "<title></title>; ''",
        "<title>never closed;",
        "<title;",
        "no title;"
      })
  void titles(String html, String title) {
    assertEquals(Optional.ofNullable(title), PageTitle.of(html.replace('~', '\n')));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "/a b", "/a\r\nHost: x", "/\u00e4"})
  void refusesAPathThatIsNone(String path) {
    var host = Site.of("example.org").host();
    assertThrows(IllegalArgumentException.class, () -> new Site(host, path));
  }

  @ParameterizedTest
  @CsvSource({
    "www.facebook.com, www.facebook.com, true",
    "WWW.facebook.com, www.facebook.com, true",
    "*.facebook.com, www.facebook.com, true",
    "*.facebook.com, facebook.com, false",
    "*.facebook.com, a.b.facebook.com, false",
    "*.com, facebook.com, true",
    "facebook.com, www.facebook.com, false",
    "w*.facebook.com, www.facebook.com, false"
  })
  void certificateNames(String pattern, String host, boolean covers) {
    assertEquals(covers, HostNames.matches(pattern, host));
  }
}
