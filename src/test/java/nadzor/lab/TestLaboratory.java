package nadzor.lab;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
    this(directory, limits, TestWorld.WORLD);
  }

  TestLaboratory(Path directory, HttpLimits limits, World world) throws IOException {
    ca = LaboratoryCa.create(directory, world.hosts(), Clock.systemUTC().instant());
    Hosting hosting = new Hosting(transport, Fence.loopback(), limits, true);
    origins = Origins.start(hosting, world, ca);
  }

  World world() {
    return origins.world();
  }

  /** Where a site is bound. */
  Endpoint bound(String host, int port) {
    return world().route(advertised(host, port)).orElseThrow();
  }

  /** Where a site is bound for datagrams. */
  Endpoint boundDatagrams(String host) {
    return world().routeDatagrams(advertised(host, 443)).orElseThrow();
  }

  private Endpoint advertised(String host, int port) {
    return new Endpoint(world().site(DomainName.of(host)).orElseThrow().ipv4(), port);
  }

  /** Runs curl on URLs of the world; every name is led to where it is bound. */
  Shell.Ran curl(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("curl", "-sS", "--noproxy", "*", "--cacert", caFile()));
    for (Site site : world().sites()) {
      DomainName host = site.host();
      if (host.text().endsWith("many.test") || site.options().down()) {
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
