package nadzor.lab;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import nadzor.flow.DomainName;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;

/** Origins of the test world on sockets, and clients for them. */
final class TestLaboratory implements AutoCloseable {
  final LaboratoryCa ca;
  private final Transport transport = Transport.start(2);
  private final Origins origins;

  TestLaboratory(Path directory, HttpLimits limits) throws IOException {
    ca = LaboratoryCa.create(directory, TestWorld.WORLD.hosts(), Clock.systemUTC().instant());
    origins = Origins.start(new Hosting(transport, Fence.loopback(), limits), TestWorld.WORLD, ca);
  }

  World world() {
    return origins.world();
  }

  /** Where a site is bound. */
  Endpoint bound(String host, int port) {
    InetAddress address = TestWorld.site(host).ipv4();
    return world().route(new Endpoint(address, port)).orElseThrow();
  }

  /** Runs curl on URLs of the world; every name is led to where it is bound. */
  Shell.Ran curl(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("curl", "-sS", "--noproxy", "*", "--cacert", caFile()));
    for (DomainName host : world().hosts()) {
      if (host.text().endsWith("many.test")) {
        continue;
      }
      for (int port : new int[] {80, 443}) {
        command.add("--connect-to");
        command.add(host + ":" + port + ":" + bound(host.text(), port));
      }
    }
    command.addAll(List.of(arguments));
    return Shell.run(command);
  }

  /** Runs openssl s_client towards a site's HTTPS port; exit code 0 is a verified handshake. */
  Shell.Ran openssl(String host, String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("openssl", "s_client", "-verify_return_error", "-CAfile", caFile()));
    command.addAll(List.of("-connect", bound(host, 443).toString()));
    command.addAll(List.of(arguments));
    return Shell.run(command);
  }

  /** A TLS client that trusts the laboratory's CA alone. */
  SSLContext client() throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry("ca", ca.certificate());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private String caFile() {
    return ca.caFile().toString();
  }

  void closeOrigins() {
    origins.close();
  }

  @Override
  public void close() {
    origins.close();
    transport.close();
    assertTrue(transport.loops().isShuttingDown());
  }
}
