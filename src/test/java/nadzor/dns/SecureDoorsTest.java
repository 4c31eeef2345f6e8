package nadzor.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import nadzor.censor.DnsAction;
import nadzor.censor.action.Forge;
import nadzor.censor.action.Silence;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.GenericEDNSOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** TLS and HTTPS on real sockets, by the JDK's own clients. */
class SecureDoorsTest {
  private static final DnsAction FORGE = new Forge(Worlds.addresses("127.30.1.80"), 10);

  private Transport transport = Transport.startNio(1);
  private ResolverDoors doors = ResolverDoors.plain(Endpoint.of("127.0.0.1", 0));
  private SSLContext trust;

  SecureDoorsTest() throws Exception {
    trust = SSLContext.getDefault();
  }

  @BeforeEach
  void certify() throws Exception {
    Certificates certificates = new Certificates();
    doors = certificates.doors();
    trust = certificates.trusting();
  }

  @AfterEach
  void close() {
    transport.close();
  }

  private void useEpoll() {
    transport.close();
    transport = Transport.start(2);
  }

  private ResolverServer start(DnsAction action, ResolverLimits limits) throws IOException {
    return ResolverServer.start(
        transport, doors, Optional.of(Worlds.enforcing(action)), Zone.upstream(), limits);
  }

  private SSLSocket dot(ResolverServer server, String... protocols) throws IOException {
    Endpoint at = server.dot().orElseThrow();
    SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket(at.address(), at.port());
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(protocols);
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static Message exchange(Socket socket, byte[] query) throws IOException {
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    byte[] frame = new byte[query.length + 2];
    Dns.u16(frame, 0, query.length);
    System.arraycopy(query, 0, frame, 2, query.length);
    out.write(frame);
    DataInputStream in = new DataInputStream(socket.getInputStream());
    return Messages.read(in.readNBytes(in.readUnsignedShort()));
  }

  private static byte[] padded(String name) {
    Message query = Messages.read(Messages.plain(name, Type.A));
    query.addRecord(
        new OPTRecord(1232, 0, 0, 0, new GenericEDNSOption(Dns.OPTION_PADDING, new byte[7])),
        Section.ADDITIONAL);
    return query.toWire();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tlsIsJudgedAndAnsweredLikeTcp(boolean epoll) throws IOException {
    if (epoll) {
      useEpoll();
    }
    try (ResolverServer server = start(FORGE, ResolverLimits.defaults());
        SSLSocket client = dot(server, "dot")) {
      Message forged = exchange(client, Messages.edns("blocked.test", Type.A, 1232));
      assertEquals("dot", client.getApplicationProtocol());
      assertEquals("127.30.1.80", forged.getSection(Section.ANSWER).get(0).rdataToString());
      Message real = exchange(client, Messages.plain("a.test", Type.A));
      assertEquals("192.0.2.1", real.getSection(Section.ANSWER).get(0).rdataToString());
      assertEquals(1, server.counters().restricted());
      assertNotEquals(server.address(), server.dot().orElseThrow());
    }
  }

  @Test
  void paddedQueriesGetAnswersOfWholeBlocks() throws IOException {
    try (ResolverServer server = start(FORGE, ResolverLimits.defaults());
        SSLSocket client = dot(server)) {
      assertEquals(468, exchange(client, padded("blocked.test")).numBytes());
      assertEquals(468, exchange(client, padded("a.test")).numBytes());
      assertEquals(468, exchange(client, padded("a.test")).numBytes(), "from the cache");
      assertEquals(468, exchange(client, padded("broken.test")).numBytes(), "SERVFAIL");
      Message plain = exchange(client, Messages.edns("a.test", Type.A, 1232));
      assertTrue(plain.numBytes() < 100);
      Message clear = Client.ask(server.address(), padded("a.test"), true);
      assertTrue(clear.numBytes() < 100, "TCP does not encrypt");
    }
  }

  private HttpClient http(HttpClient.Version version) {
    return HttpClient.newBuilder().version(version).sslContext(trust).build();
  }

  private static HttpRequest.Builder request(ResolverServer server, String target) {
    return HttpRequest.newBuilder(URI.create("https://" + server.doh().orElseThrow() + target))
        .timeout(Duration.ofSeconds(10));
  }

  private static HttpRequest get(ResolverServer server, byte[] query) {
    String value = Base64.getUrlEncoder().withoutPadding().encodeToString(query);
    return request(server, "/dns-query?dns=" + value).build();
  }

  private static HttpRequest post(ResolverServer server, byte[] query) {
    return request(server, "/dns-query")
        .header("content-type", "application/dns-message")
        .POST(BodyPublishers.ofByteArray(query))
        .build();
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void httpsIsJudgedAndAnsweredLikeTcp(HttpClient.Version version) throws Exception {
    useEpoll();
    try (ResolverServer server = start(FORGE, ResolverLimits.defaults())) {
      HttpClient client = http(version);
      byte[] blocked = Messages.plain("blocked.test", Type.A);
      for (HttpRequest request : new HttpRequest[] {get(server, blocked), post(server, blocked)}) {
        HttpResponse<byte[]> forged = client.send(request, BodyHandlers.ofByteArray());
        assertEquals(version, forged.version());
        assertEquals(200, forged.statusCode());
        assertEquals("no-store", forged.headers().firstValue("cache-control").orElseThrow());
        Message answer = Messages.read(forged.body());
        assertEquals("127.30.1.80", answer.getSection(Section.ANSWER).get(0).rdataToString());
      }
      byte[] free = Messages.plain("a.test", Type.A);
      for (HttpRequest request : new HttpRequest[] {get(server, free), post(server, free)}) {
        HttpResponse<byte[]> real = client.send(request, BodyHandlers.ofByteArray());
        assertEquals(
            "application/dns-message", real.headers().firstValue("content-type").orElseThrow());
        assertTrue(
            real.headers().firstValue("cache-control").orElseThrow().matches("max-age=(59|60)"));
        assertEquals(1, Messages.read(real.body()).getSection(Section.ANSWER).size());
      }
      assertEquals(2, server.counters().restricted());
    }
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void tellsWhatIsWrongWithARequest(HttpClient.Version version) throws Exception {
    try (ResolverServer server = start(FORGE, ResolverLimits.defaults())) {
      HttpClient client = http(version);
      assertEquals(413, status(client, post(server, new byte[Desk.LONGEST_QUERY + 1])));
      assertEquals(400, status(client, request(server, "/dns-query").build()));
      assertEquals(404, status(client, request(server, "/").build()));
      HttpRequest text = request(server, "/dns-query").POST(BodyPublishers.ofString("?")).build();
      assertEquals(415, status(client, text));
      HttpRequest delete = request(server, "/dns-query").DELETE().build();
      assertEquals(405, status(client, delete));
      assertEquals(200, status(client, get(server, Messages.plain("a.test", Type.A))));
    }
  }

  private static int status(HttpClient client, HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void silenceEndsWithTheIdleLimit(HttpClient.Version version) throws Exception {
    ResolverLimits hasty = ResolverLimits.defaults().withIdle(Duration.ofMillis(300));
    try (ResolverServer server = start(new Silence(0), hasty)) {
      HttpRequest request = post(server, Messages.plain("blocked.test", Type.A));
      boolean answered = true;
      try {
        status(http(version), request);
      } catch (java.net.http.HttpTimeoutException e) {
        throw e;
      } catch (IOException e) {
        answered = false;
      }
      assertEquals(false, answered);
    }
  }

  @Test
  void aHandshakeThatNeverEndsIsCut() throws IOException {
    ResolverLimits hasty = ResolverLimits.defaults().withIdle(Duration.ofMillis(300));
    try (ResolverServer server = start(FORGE, hasty)) {
      for (Endpoint door :
          new Endpoint[] {server.dot().orElseThrow(), server.doh().orElseThrow()}) {
        try (Socket client = new Socket(door.address(), door.port())) {
          client.setSoTimeout(10_000);
          client.getOutputStream().write(new byte[] {22, 3, 1, 1, 0, 1});
          InputStream in = client.getInputStream();
          in.readAllBytes(); // ends, or the socket's timeout throws
          assertEquals(-1, in.read());
        }
      }
    }
  }
}
