package nadzor.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import nadzor.censor.Profile;
import nadzor.censor.RestrictionLog;
import nadzor.flow.Addresses;
import nadzor.flow.Endpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A network whose clients come through a balancer. */
@Timeout(60)
class BalancerTest {
  private static final String HEADER = "PROXY TCP4 192.0.2.9 192.0.2.1 40000 443\r\n";
  private static final String REQUEST =
      "GET / HTTP/1.1\r\nHost: example.org\r\nConnection: close\r\n\r\n";

  private final LiveFlows flows = LiveFlows.start(FlowLimits.STANDARD);
  private final Resources resources = new Resources();

  @TempDir Path directory = Path.of("");

  private Laboratory laboratory() throws IOException {
    LaboratorySpec spec =
        new LaboratorySpec(
                TestWorld.WORLD.sites(),
                List.of(NetworkSpec.of("net", Profile.NEUTRAL).withBalancer()),
                Fence.loopback(),
                directory,
                Clock.systemUTC().instant(),
                RestrictionLog.NONE)
            .withFlows(flows);
    return resources.add(Laboratory.start(spec));
  }

  @BeforeEach
  void begin() {
    resources.add(flows);
  }

  @AfterEach
  void stop() {
    resources.close();
  }

  private static String heard(Endpoint at, String text) throws IOException {
    try (Socket socket = new Socket(at.address(), at.port())) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @Test
  void theClientIsWhomTheBalancerNames() throws IOException {
    Laboratory laboratory = laboratory();
    LabNetwork network = laboratory.network("net");
    String page = heard(network.transparentHttp(), HEADER + REQUEST);
    assertTrue(page.startsWith("HTTP/1.1 200 "), page);
    String connect = "CONNECT example.org:80 HTTP/1.1\r\n\r\n" + REQUEST;
    String tunnelled = heard(network.proxy(), HEADER + connect);
    assertTrue(tunnelled.endsWith(page.substring(page.indexOf("\r\n\r\n"))), tunnelled);
    List<String> clients =
        flows.since(0, 100).list().stream()
            .map(FlowChange::flow)
            .filter(flow -> flow.target().equals("example.org:80"))
            .map(LiveFlow::client)
            .distinct()
            .toList();
    assertEquals(List.of(laboratory.clients().of(Addresses.parse("192.0.2.9"))), clients);
  }

  @Test
  void whoComesWithoutAHeaderIsClosed() throws IOException {
    LabNetwork network = laboratory().network("net");
    assertEquals("", heard(network.transparentHttp(), REQUEST));
    assertEquals(1, network.proxyCounters().refused());
  }
}
