package nadzor.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import nadzor.flow.Endpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS with OpenSSL and with the JDK, whatever the client names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OriginTlsTest {
  private final TestLaboratory laboratory;

  OriginTlsTest(@TempDir Path directory) throws IOException {
    laboratory = new TestLaboratory(directory, HttpLimits.USUAL);
  }

  @AfterAll
  void stop() {
    laboratory.close();
  }

  /** A server name of exactly these octets, which the JDK's own host name would refuse. */
  private static final class RawName extends SNIServerName {
    RawName(String octets) {
      super(0, octets.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-tls1_3,www.facebook.com",
    "-tls1_3,www.facebook.com.",
    "-tls1_3,unknown.test",
    "-tls1_2,www.facebook.com",
    "-tls1_2,www.facebook.com.",
    "-tls1_2,unknown.test"
  })
  void opensslWithAServerName(String version, String name) throws Exception {
    Shell.Ran ran =
        laboratory.openssl(
            "www.facebook.com", version, "-servername", name, "-verify_hostname", "facebook.com");
    assertEquals(0, ran.code(), ran.out());
    assertTrue(ran.out().contains("Verification: OK"), ran.out());
  }

  @Test
  void opensslWithoutAServerNameAndWithAlpn() throws Exception {
    Shell.Ran ran =
        laboratory.openssl(
            "www.facebook.com",
            "-noservername",
            "-alpn",
            "h2,http/1.1",
            "-verify_hostname",
            "www.facebook.com");
    assertEquals(0, ran.code(), ran.out());
    assertTrue(ran.out().contains("ALPN protocol: http/1.1"), ran.out());
  }

  @Test
  void anAddressNamesOnlyItsOwnSites() throws Exception {
    Shell.Ran ran = laboratory.openssl("example.org", "-verify_hostname", "www.facebook.com");
    assertTrue(ran.code() != 0, ran.out());
    assertTrue(ran.out().contains("hostname mismatch"), ran.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"www.facebook.com.", "www.facebook.com", "unknown.test", "a b", "..."})
  void javaWithRawServerNames(String name) throws Exception {
    try (SSLSocket socket = connect("www.facebook.com", new Recorder())) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setServerNames(List.of(new RawName(name)));
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      assertTrue(get(socket, "www.facebook.com", "/").startsWith("HTTP/1.1 200"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void noRecordIsAboveOneKibibyte(String version) throws Exception {
    Recorder recorder = new Recorder();
    try (SSLSocket socket = connect("scontent.xx.fbcdn.net", recorder)) {
      socket.setEnabledProtocols(new String[] {version});
      String answer = get(socket, "scontent.xx.fbcdn.net", "/object.png");
      assertTrue(answer.length() > 400_000, "got " + answer.length());
    }
    List<Integer> records = recorder.records();
    int largest = records.stream().mapToInt(size -> size).max().orElseThrow();
    assertTrue(largest <= OriginTls.MAX_RECORD, "largest record " + largest);
    assertTrue(largest > OriginTls.MAX_RECORD - 100, "largest record " + largest);
    assertTrue(records.size() < 450, "few small ones: " + records.size() + " records");
  }

  /** A ClientHello of 8 kB, as a client with much padding sends one. */
  @Test
  void aLargeClientHelloIsTaken() throws Exception {
    try (SSLSocket socket = connect("www.facebook.com", new Recorder())) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(largeAlpn());
      socket.setSSLParameters(parameters);
      assertTrue(get(socket, "www.facebook.com", "/").startsWith("HTTP/1.1 200"));
      assertEquals("http/1.1", socket.getApplicationProtocol());
    }
  }

  private static String[] largeAlpn() {
    String[] protocols = new String[40];
    Arrays.setAll(protocols, i -> i == 39 ? "http/1.1" : i + "x".repeat(200));
    return protocols;
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void noRecordOfAHandshakeIsEither(String version) throws Exception {
    Recorder recorder = new Recorder();
    try (SSLSocket socket = connect("site-7.many.test", recorder)) {
      socket.setEnabledProtocols(new String[] {version});
      socket.startHandshake();
    }
    List<Integer> records = recorder.records();
    int sum = records.stream().mapToInt(size -> size).sum();
    assertTrue(sum > OriginTls.MAX_RECORD * 3 / 2, "a certificate of several records: " + records);
    records.forEach(size -> assertTrue(size <= OriginTls.MAX_RECORD, records.toString()));
  }

  private SSLSocket connect(String host, Recorder recorder) throws Exception {
    Endpoint bound = laboratory.bound(host, 443);
    recorder.connect(bound.toSocketAddress());
    recorder.setSoTimeout(10_000);
    return (SSLSocket)
        laboratory.client().getSocketFactory().createSocket(recorder, host, bound.port(), true);
  }

  private static String get(SSLSocket socket, String host, String path) throws IOException {
    String request = "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(request.formatted(path, host).getBytes(StandardCharsets.UTF_8));
    try (InputStream in = socket.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  /** The lengths, headers included, of the records (RFC 8446 section 5.1) in a stream. */
  static List<Integer> recordLengths(byte[] stream) {
    List<Integer> lengths = new ArrayList<>();
    ByteBuffer buffer = ByteBuffer.wrap(stream);
    while (buffer.remaining() >= 5) {
      int length = 5 + (buffer.getShort(buffer.position() + 3) & 0xffff);
      lengths.add(length);
      buffer.position(Math.min(buffer.limit(), buffer.position() + length));
    }
    return lengths;
  }
}
