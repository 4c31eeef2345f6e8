package nadzor.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the ways to write a request put on the wire, and that a plain origin answers them. */
class RequestFormTest {
  private static final String PAGE = Scripts.page(200, "Facebook (laboratory)", "Hello");

  /** Reads whole heads, answers each, as an origin that keeps connections open. */
  private static final FakeServer.Script ORIGIN =
      socket -> {
        while (true) {
          FakeRelay.head(socket.getInputStream());
          socket.getOutputStream().write(PAGE.getBytes(StandardCharsets.ISO_8859_1));
        }
      };

  private static String text(byte[] octets) {
    return new String(octets, StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      delimiter = '|',
      value = {
        "plain-http|GET / HTTP/1.1~Host: www.facebook.com~",
        "host-mixed-case|GET / HTTP/1.1~Host: wWw.FaCeBoOk.CoM~",
        "host-spaces-before|GET / HTTP/1.1~Host:   www.facebook.com~",
        "host-tab-before|GET / HTTP/1.1~Host:\twww.facebook.com~",
        "host-spaces-after|GET / HTTP/1.1~Host: www.facebook.com  ~",
        "host-tab-after|GET / HTTP/1.1~Host: www.facebook.com\t~",
        "host-trailing-dot|GET / HTTP/1.1~Host: www.facebook.com.~",
        "absolute-uri|GET http://www.facebook.com/ HTTP/1.1~Host: www.facebook.com~",
        "split-host|GET / HTTP/1.1~Host: www.facebook.com~"
      })
  void isWrittenSoAndAnswered(String technique, String start) throws IOException {
    try (Rig rig = new Rig(ORIGIN)) {
      Observation seen = rig.visit(technique);
      assertEquals(Optional.empty(), seen.death());
      assertEquals("Facebook (laboratory)", seen.answer().orElseThrow().title().orElseThrow());
      String sent = text(rig.tap.sent());
      assertTrue(sent.startsWith(start.replace("~", "\r\n")), sent);
      assertEquals(80, rig.socks.targets().get(0).port());
      assertEquals(technique.equals("split-host") ? 2 : 1, rig.tap.segments().size());
    }
  }

  @Test
  void aSplitRequestHasTheNameInNeitherSegment() throws IOException {
    try (Rig rig = new Rig(ORIGIN)) {
      rig.visit("split-host");
      List<String> segments = rig.tap.segments().stream().map(RequestFormTest::text).toList();
      assertTrue(segments.get(0).endsWith("Host: www.face"), segments.get(0));
      assertTrue(segments.get(1).startsWith("book.com\r\n"), segments.get(1));
    }
  }

  @Test
  void theSecondRequestFollowsAWholeFirst() throws IOException {
    try (Rig rig = new Rig(ORIGIN)) {
      Observation seen = rig.visit("second-request");
      assertEquals(Optional.empty(), seen.death());
      List<String> segments = rig.tap.segments().stream().map(RequestFormTest::text).toList();
      assertEquals("GET / HTTP/1.1\r\nHost: www.neutral.test\r\n\r\n", segments.get(0));
      assertTrue(segments.get(1).contains("\r\nHost: www.facebook.com\r\n"), segments.get(1));
      assertFalse(segments.get(0).contains("facebook"));
      assertEquals(1, rig.socks.targets().size());
    }
  }

  @Test
  void aServerThatClosesAfterTheFirstIsNotTheNetworksFault() throws IOException {
    try (Rig rig = new Rig(Scripts.sayAndClose(PAGE))) {
      Observation seen = rig.visit("second-request");
      assertTrue(seen.death().isPresent());
      assertEquals(Outcome.DOWN, Assessment.of(seen, seen).outcome());
    }
  }
}
