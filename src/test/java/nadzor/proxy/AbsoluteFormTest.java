package nadzor.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import nadzor.flow.HttpHead;
import nadzor.wire.HttpHeadParser;
import nadzor.wire.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AbsoluteFormTest {
  private static String rewritten(String text) {
    byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
    if (HttpHeadParser.parse(octets, 0, octets.length)
        instanceof Parsed.Complete<HttpHead> complete) {
      AbsoluteForm form = AbsoluteForm.of(complete.value()).orElseThrow();
      return new String(form.rewrite(octets, complete.consumed()), StandardCharsets.ISO_8859_1);
    }
    throw new AssertionError(text);
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.test/x/y?z, /x/y?z, a.test",
    "http://a.test, /, a.test",
    "http://a.test?q, /?q, a.test",
    "HTTP://A.test.:8080/, /, A.test.:8080",
    "http://[2001:db8::1]/, /, [2001:db8::1]",
  })
  void becomesOriginForm(String uri, String path, String host) {
    assertEquals(
        "GET " + path + " HTTP/1.0\r\nHost: " + host + "\r\nConnection: close\r\n\r\n",
        rewritten("GET " + uri + " HTTP/1.0\r\nHost: other.test\r\n\r\n"));
  }

  @Test
  void hopByHopFieldsGoAndTheRestStays() {
    String asked =
        """
        POST http://a.test/ HTTP/1.1
        Proxy-Connection: keep-alive
        Accept: */*
        Connection: keep-alive, X-Hop
        x-hop: 1
        Proxy-Authorization: Basic eA==
        Content-Length: 4

        body""";
    String expected =
        """
        POST / HTTP/1.1
        Host: a.test
        Accept: */*
        Content-Length: 4
        Connection: close

        body""";
    assertEquals(expected.replace("\n", "\r\n"), rewritten(asked.replace("\n", "\r\n")));
  }
}
