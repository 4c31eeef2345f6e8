package nadzor.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nadzor.flow.Addresses;
import nadzor.flow.Endpoint;
import nadzor.probe.NetEvent.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservationTest {
  private static Observation visit() throws IOException {
    FakeTls tls =
        new FakeTls(
            Laboratory.CA.issue(Laboratory.HOST),
            Scripts.sayAndClose(Scripts.page(200, "Facebook", "x".repeat(5000))));
    try (Laboratory laboratory = Laboratory.with(tls)) {
      return laboratory.visit("plain", Laboratory.ample());
    }
  }

  @Test
  void writesDownEveryOperationInOrder() throws IOException {
    Observation seen = visit();
    List<Operation> operations = seen.events().stream().map(NetEvent::operation).toList();
    assertEquals(
        List.of(
            Operation.WRITE_TO,
            Operation.READ_FROM,
            Operation.CONNECT,
            Operation.TLS_HANDSHAKE_START,
            Operation.WRITE,
            Operation.READ),
        operations.subList(0, 6));
    assertTrue(operations.contains(Operation.TLS_HANDSHAKE_DONE));
    Duration last = Duration.ZERO;
    for (NetEvent event : seen.events()) {
      assertTrue(event.span().t().compareTo(event.span().t0()) >= 0);
      assertTrue(event.span().t().compareTo(last) >= 0);
      last = event.span().t();
    }
    assertTrue(seen.runtime().compareTo(last) >= 0);
  }

  @Test
  void countsSocketBytesOfTheStream() throws IOException {
    Observation seen = visit();
    long read =
        seen.events().stream()
            .filter(event -> event.operation() == Operation.READ)
            .mapToLong(NetEvent::bytes)
            .sum();
    assertEquals(read, seen.bytesReceived());
    assertTrue(read > 5000);
  }

  @Test
  void saysWhatWasAskedAndAnswered() throws IOException {
    Observation seen = visit();
    assertEquals(Laboratory.NOW, seen.startedAt());
    assertEquals(List.of(Addresses.parse(Laboratory.ADDRESS)), seen.addresses());
    assertEquals(
        Optional.of(Endpoint.of(Laboratory.ADDRESS, 443)), seen.connect().map(ConnectStep::to));
    assertEquals(200, seen.answer().orElseThrow().status());
    assertEquals("https://www.facebook.com/", seen.http().orElseThrow().url());
    assertEquals(List.of(), seen.extendedErrors());
  }

  @Test
  void keepsSoManyEventsAndNoMore() throws IOException {
    Recorder recorder = new Recorder(System::nanoTime);
    RecordedLine line =
        new RecordedLine(
            new ScriptedLine("x".repeat(1000), 1), Endpoint.of("127.0.0.1", 1), recorder);
    assertThrows(Failed.class, () -> line.take(1001, recorder.deadline(Duration.ofSeconds(60))));
    assertEquals(Observation.MAX_EVENTS, recorder.events().size());
    assertEquals(1000, line.flow().bytes());
    assertEquals(1000, line.flow().reads());
  }

  @Test
  void rateIsBytesOverTheTimeTheyFlowed() {
    assertEquals(650, new Flow(1300, 3, Duration.ofSeconds(2)).rate().orElseThrow());
    assertEquals(OptionalDouble.empty(), Flow.NONE.rate());
  }

  @Test
  void trustsTheAuthorityOfAFile(@TempDir Path folder)
      throws IOException, CertificateEncodingException {
    byte[] der = Laboratory.CA.certificate().getEncoded();
    String pem =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(der)
            + "\n-----END CERTIFICATE-----\n";
    Path file = Files.writeString(folder.resolve("ca.pem"), pem);
    Trust trust = Trust.ofCaFile(file);
    assertEquals(Laboratory.CA.certificate(), trust.chains().getAcceptedIssuers()[0]);
  }

  @Test
  void refusesAFileWithoutACertificate(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("ca.pem"), "nothing");
    assertThrows(IllegalArgumentException.class, () -> Trust.ofCaFile(file));
    assertThrows(IOException.class, () -> Trust.ofCaFile(folder.resolve("absent.pem")));
  }

  @Test
  void refusesLimitsThatAreNone() {
    Duration second = Duration.ofSeconds(1);
    Duration zero = Duration.ZERO;
    assertThrows(
        IllegalArgumentException.class,
        () -> new Limits(zero, second, second, second, second, second, second, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Limits(second, second, second, second, second, second, second, 0));
    assertEquals(Duration.ofSeconds(1), Limits.standard().dns());
  }
}
