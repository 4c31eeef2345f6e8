package nadzor.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nadzor.flow.AddressRange;
import nadzor.flow.Endpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP with curl. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OriginServerTest {
  private static final String WRITE = "%{http_code} %{content_type} %{size_download}";

  private final Path directory;
  private final TestLaboratory laboratory;

  OriginServerTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    laboratory = new TestLaboratory(directory.resolve("lab"), HttpLimits.USUAL);
  }

  @BeforeAll
  void allListenOnLoopback() {
    assertEquals(2 * 5 + 2, laboratory.world().routes().size(), "one site has IPv6 too");
    AddressRange home = AddressRange.of("127.10.0.0/16");
    laboratory
        .world()
        .routes()
        .values()
        .forEach(bound -> assertTrue(home.contains(bound.address()), bound.toString()));
  }

  @AfterAll
  void stop() {
    laboratory.close();
  }

  @Test
  void ipv6LeadsToTheSameOrigin() {
    assertEquals(
        laboratory.bound("www.facebook.com", 443),
        laboratory.world().route(Endpoint.of("2001:db8:face::1", 443)).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.facebook.com/",
        "https://www.facebook.com/",
        "https://facebook.com/?q=1",
        "https://scontent.xx.fbcdn.net/",
        "http://example.org/",
        "https://site.test/"
      })
  void aPageOfItsOwn(String url) throws Exception {
    Shell.Ran ran = laboratory.curl("-i", url);
    assertEquals(0, ran.code(), ran.out());
    assertTrue(ran.out().startsWith("HTTP/1.1 200 OK\r\n"), ran.out());
    assertTrue(ran.out().contains("cache-control: no-store"), ran.out());
    String host = url.replaceAll("https?://([^/]+)/.*", "$1");
    assertTrue(ran.out().contains("<h1>" + host + "</h1>"), ran.out());
    assertTrue(ran.out().contains("laboratory origin, simulation"), ran.out());
  }

  @Test
  void thePageShowsTheObjectOfItsCdn() throws Exception {
    String page = laboratory.curl("https://www.facebook.com/").out();
    assertTrue(page.contains("<img src=\"//scontent.xx.fbcdn.net/object.png\""), page);
    assertTrue(laboratory.curl("http://example.org/").out().contains("href=\"//example.org/text"));
  }

  /** Columns: URL, curl's option, status, type, octets of the body. */
  @ParameterizedTest
  @CsvSource({
    "https://scontent.xx.fbcdn.net/object.png,-s,200,image/png,400000",
    "http://scontent.xx.fbcdn.net/object.png,-s,200,image/png,400000",
    "http://scontent.xx.fbcdn.net/object.png,-I,200,image/png,0",
    "https://www.facebook.com/favicon.ico,-s,204,'',0",
    "https://example.org/text,-s,200,text/plain,1000",
    "https://example.org/object.png,-s,404,text/plain; charset=utf-8,44",
    "http://www.facebook.com/,-XDELETE,405,'',0",
    "http://www.facebook.com/,-HHost: example.org,421,text/plain; charset=utf-8,60",
    "http://www.facebook.com/,-HHost:,421,text/plain; charset=utf-8,60",
    "http://www.facebook.com/favicon.ico,-HHost: WWW.Facebook.com.:80,204,'',0",
    "http://www.facebook.com/favicon.ico,-0,204,'',0"
  })
  void answers(String url, String option, int status, String type, int size) throws Exception {
    Shell.Ran ran = laboratory.curl(option, "-o", "/dev/null", "-w", WRITE, url);
    assertEquals("%d %s %d".formatted(status, type, size), ran.out());
  }

  @Test
  void theObjectIsTheSameOctetsEverywhere() throws Exception {
    Path file = directory.resolve("object");
    String url = "https://scontent.xx.fbcdn.net/object.png";
    assertEquals(0, laboratory.curl("-o", file.toString(), url).code());
    int seed = TestWorld.site("scontent.xx.fbcdn.net").host().hashCode();
    assertArrayEquals(PngObject.of(400_000, seed), Files.readAllBytes(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void connectionsAreKept(String scheme) throws Exception {
    String url = scheme + "://facebook.com/favicon.ico";
    assertEquals("100", laboratory.curl("-w", "%{num_connects}", url, url, url).out());
  }

  @Test
  void aLargeBodyIsDroppedAndAnswered() throws Exception {
    Path file = directory.resolve("large");
    Files.write(file, new byte[300_000]);
    Shell.Ran ran =
        laboratory.curl(
            "-w", "%{http_code}", "--data-binary", "@" + file, "https://www.facebook.com/");
    assertEquals("405", ran.out(), "in TLS records of 16 KiB, after 100 Continue");
  }

  @Test
  void headersBeyondTheLimitAreRefused() throws Exception {
    String field = "-HX: " + "x".repeat(9000);
    String out = laboratory.curl("-w", "%{http_code}", field, "http://facebook.com/").out();
    assertTrue(out.endsWith("431"), out);
    String longUrl = "http://facebook.com/" + "x".repeat(5000);
    assertTrue(laboratory.curl("-w", "%{http_code}", longUrl).out().endsWith("414"));
  }
}
