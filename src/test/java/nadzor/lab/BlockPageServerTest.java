package nadzor.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadzor.flow.Addresses;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlockPageServerTest {
  private static final InetAddress ADDRESS = Addresses.parse("127.30.7.3");

  private final Transport transport = Transport.startNio(1);
  private final Hosting hosting = new Hosting(transport, Fence.loopback(), HttpLimits.USUAL, true);
  private final BlockPageServer server;

  BlockPageServerTest() throws Exception {
    server = BlockPageServer.start(hosting, ADDRESS, BlockPageServerTest::page);
  }

  @AfterAll
  void stop() {
    server.close();
    server.close();
    transport.close();
  }

  private static Page page(String host) {
    Optional<String> none = Optional.empty();
    return new Page(
        host.endsWith("example.org") ? 200 : 451,
        Map.of("Link", "<http://127.30.7.3/>; rel=\"blocked-by\""),
        BlockPage.render(new BlockNotice(host, none, none, none, none, "Statement.")));
  }

  /** Columns: path, curl's option, its argument, status, host on the page. */
  @ParameterizedTest
  @CsvSource({
    "/,-H,Host: www.facebook.com,451,www.facebook.com",
    "/any/path?x=1,-H,Host: WWW.Facebook.com.:80,451,www.facebook.com",
    "/,-H,Host: example.org,200,example.org",
    "/,-H,Host:,451,this site",
    "/,--request-target,http://www.instagram.com/x,451,www.instagram.com",
    "/,--request-target,HTTP://www.instagram.com,451,www.instagram.com",
    "/login,--data,name=value,451,127.30.7.3",
    "/,-X,BREW,451,127.30.7.3",
    "/favicon.ico,-H,Host: <script>alert(1)</script>,451,&lt;script&gt;alert(1)&lt;/script&gt;"
  })
  void answersEverything(String path, String option, String value, int status, String host)
      throws Exception {
    String url = "http://" + server.http() + path;
    Shell.Ran ran = Shell.run(List.of("curl", "-sS", "-i", "--noproxy", "*", option, value, url));
    String reason = status == 451 ? "Unavailable For Legal Reasons" : "OK";
    assertTrue(ran.out().startsWith("HTTP/1.1 " + status + " " + reason + "\r\n"), ran.out());
    assertTrue(ran.out().contains("<h1>Access to " + host + " is restricted</h1>"), ran.out());
    assertTrue(ran.out().contains("cache-control: no-store"), ran.out());
    assertTrue(ran.out().contains("Nadzor-Simulation: laboratory"), ran.out());
    assertTrue(ran.out().contains("Link: <http://127.30.7.3/>; rel=\"blocked-by\""), ran.out());
    assertTrue(ran.out().contains("SIMULATION"), ran.out());
  }

  @Test
  void onlyPort80LeadsToIt() {
    assertEquals(Map.of(new Endpoint(ADDRESS, 80), server.http()), server.routes());
  }

  @Test
  void staysInsideTheFence() {
    List<String> outside = List.of("0.0.0.0", "10.0.0.1", "8.8.8.8", "::");
    for (String address : outside) {
      InetAddress bindTo = Addresses.parse(address);
      assertThrows(
          FenceException.class,
          () -> BlockPageServer.start(hosting, bindTo, BlockPageServerTest::page));
    }
  }
}
