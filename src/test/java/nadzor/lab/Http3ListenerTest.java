package nadzor.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.codec.quic.QuicChannel;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import nadzor.flow.Endpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/3 with Netty's own client: real handshakes, real datagrams. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Http3ListenerTest {
  private static final String FRONT = "www.facebook.com";
  private static final String CDN = "scontent.xx.fbcdn.net";
  private static final long LONG = 20_000;
  private static final long SHORT = 700;

  private final TestLaboratory laboratory;

  Http3ListenerTest(@TempDir Path directory) throws IOException {
    laboratory = new TestLaboratory(directory, HttpLimits.USUAL);
  }

  @AfterAll
  void stop() {
    laboratory.close();
  }

  private Http3Client client(boolean verifies) {
    return new Http3Client(laboratory.ca.certificate(), verifies, LONG);
  }

  @Test
  void thisMachineServesIt() {
    assertEquals(Optional.empty(), Http3Listener.obstacle());
  }

  @ParameterizedTest
  @CsvSource({
    "www.facebook.com,/,200",
    "www.facebook.com:443,/?q=1,200",
    "facebook.com,/none,404",
    "www.facebook.com,/favicon.ico,204",
    "example.org,/,421"
  })
  void answers(String authority, String path, int status) throws Exception {
    try (Http3Client client = client(true)) {
      QuicChannel connection = client.connect(laboratory.boundDatagrams(FRONT), FRONT);
      Http3Client.Got got = client.get(connection, authority, path);
      assertEquals(status, got.status());
      assertEquals("no-store", got.headers().get("cache-control"));
      String page = got.body();
      assertEquals(status == 200, page.contains("<h1>" + FRONT + "</h1>"), page);
      assertEquals(
          status == 421 ? Optional.empty() : Optional.of("h3=\":443\""),
          Optional.ofNullable(got.headers().get("alt-svc")));
    }
  }

  @Test
  void anObjectComesWholeAndSeveralAtOnce() throws Exception {
    byte[] object = PngObject.of(400_000, TestWorld.site(CDN).host().hashCode());
    String expected = new String(object, StandardCharsets.ISO_8859_1);
    try (Http3Client client = client(true)) {
      QuicChannel connection = client.connect(laboratory.boundDatagrams(CDN), CDN);
      assertEquals(expected, client.get(connection, CDN, "/object.png").body());
      assertEquals(expected, client.get(connection, CDN, "/object.png").body());
    }
  }

  @Test
  void theAddressNamesItsOwnSitesWhateverIsAskedFor() throws Exception {
    Endpoint front = laboratory.boundDatagrams(FRONT);
    try (Http3Client strict = client(true)) {
      ExecutionException refused =
          assertThrows(ExecutionException.class, () -> strict.connect(front, "example.org"));
      assertTrue(refused.toString().contains("CERTIFICATE_VERIFY_FAILED"), refused.toString());
    }
    try (Http3Client lax = client(false)) {
      QuicChannel connection = lax.connect(front, "unknown.test");
      assertEquals(200, lax.get(connection, FRONT, "/").status());
    }
  }

  /** The Initial passes, or nothing at all does: either way the handshake ends in time. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aHandshakeDiesWhereDatagramsVanish(int carried) throws Exception {
    Endpoint front = laboratory.boundDatagrams(FRONT);
    try (Ferry ferry = new Ferry(front, carried);
        Http3Client client = new Http3Client(laboratory.ca.certificate(), true, SHORT)) {
      assertThrows(ExecutionException.class, () -> client.connect(ferry.endpoint(), FRONT));
    }
  }

  @Test
  void theSameWayWorksWhereTheyAreCarried() throws Exception {
    Endpoint front = laboratory.boundDatagrams(FRONT);
    try (Ferry ferry = new Ferry(front, Integer.MAX_VALUE);
        Http3Client client = client(true)) {
      QuicChannel connection = client.connect(ferry.endpoint(), FRONT);
      assertEquals(200, client.get(connection, FRONT, "/").status());
    }
  }

  @Test
  void requestsOfAConnectionAreBounded() throws Exception {
    try (Http3Client client = client(true)) {
      QuicChannel connection = client.connect(laboratory.boundDatagrams(FRONT), FRONT);
      List<Future<?>> streams = new ArrayList<>();
      for (int i = 0; i < Http3Listener.STREAMS + 1; i++) {
        streams.add(client.hold(connection));
      }
      long held = 0;
      for (Future<?> stream : streams) {
        held += stream.awaitUninterruptibly().isSuccess() ? 1 : 0;
      }
      assertEquals(Http3Listener.STREAMS, held);
    }
  }
}
