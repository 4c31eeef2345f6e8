package nadzor.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import nadzor.flow.HttpHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpHeadParserTest {
  private static Parsed<HttpHead> parse(String text) {
    byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
    return HttpHeadParser.parse(octets, 0, octets.length);
  }

  private static HttpHead head(String text) {
    if (parse(text) instanceof Parsed.Complete<HttpHead> complete) {
      assertEquals(text.length(), complete.consumed());
      return complete.value();
    }
    throw new AssertionError(parse(text).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "Host: Facebook.com, facebook.com",
    "host:facebook.com:8080, facebook.com",
    "HOST:   facebook.com.   , facebook.com.",
    "Host: [2001:db8::1]:80, 2001:db8::1",
    "Accept: */*, ''",
    "X-Host: a.test, ''",
  })
  void findsTheHost(String line, String host) {
    assertEquals(host, head("GET / HTTP/1.1\r\n" + line + "\r\n\r\n").name().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "GET http://A.test/x?y HTTP/1.1, GET, http://A.test/x?y, a.test",
    "GET http://a.test:81 HTTP/1.1, GET, http://a.test:81, a.test",
    "CONNECT a.test:443 HTTP/1.1, CONNECT, a.test:443, a.test",
    "GET /http://a.test/ HTTP/1.0, GET, /http://a.test/, other.test",
    "OPTIONS * HTTP/1.1, OPTIONS, *, other.test",
  })
  void theTargetsOwnHostWins(String line, String method, String target, String host) {
    HttpHead head = head(line + "\r\nHost: other.test\r\n\r\n");
    assertEquals(method, head.method());
    assertEquals(target, head.target());
    assertEquals(host, head.name().toString());
  }

  @Test
  void aBareLineFeedEndsALine() {
    assertEquals("a.test", head("GET / HTTP/1.1\nHost: a.test\n\n").name().toString());
  }

  @Test
  void everyPrefixNeedsMore() {
    String text = "GET /index.html HTTP/1.1\r\nHost: a.test\r\nAccept: */*\r\n\r\n";
    for (int length = 0; length < text.length(); length++) {
      assertEquals(new Parsed.NeedMore<>(), parse(text.substring(0, length)), "length " + length);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\nGET / HTTP/1.1\r\n\r\n",
        " GET / HTTP/1.1\r\n\r\n",
        "G\u0000T",
        "\u0016\u0003\u0001",
        "GET / HTTP/2.0\r\n",
        "GET /\r\n",
        "GET  HTTP/1.1\r\n",
        "GET /a b HTTP/1.1\r\n",
        "GET /\u0001 HTTP/1.1\r\n",
        "GET / HTTP/1.1\r\nHost : a.test\r\n",
        "GET / HTTP/1.1\r\nA: b\r\n folded\r\n",
        "GET / HTTP/1.1\r\nno colon\r\n",
        "GET / HTTP/1.1\r\nA: b\rHost: a.test\r\n",
        "GET / HTTP/1.1\r\nA: \u0000\r\n",
        "GET / HTTP/1.1\r\n: no name\r\n",
        "GET / HTTP/1.1\r\nHost: a.test\r\nHost: b.test\r\n",
        "AMETHODTHATISLONGERTHANANYMETHODTHEREIS",
      })
  void refuses(String text) {
    assertInstanceOf(Parsed.NotThis.class, parse(text));
  }

  @Test
  void boundsLinesAndOctets() {
    String start = "GET / HTTP/1.1\r\n";
    assertEquals("", head(start + "a:b\r\n".repeat(100) + "\r\n").name().toString());
    assertInstanceOf(Parsed.NotThis.class, parse(start + "a:b\r\n".repeat(101)));
    String filler = "x".repeat(HttpHeadParser.MAX_HEAD - start.length() - 2);
    assertEquals(new Parsed.NeedMore<>(), parse(start + "a:" + filler.substring(1)));
    assertInstanceOf(Parsed.NotThis.class, parse(start + "a:" + filler));
    assertInstanceOf(Parsed.NotThis.class, parse("GET /" + "x".repeat(HttpHeadParser.MAX_HEAD)));
    assertInstanceOf(Parsed.NotThis.class, parse(start + "Host: " + "x".repeat(256) + "\r\n\r\n"));
  }
}
