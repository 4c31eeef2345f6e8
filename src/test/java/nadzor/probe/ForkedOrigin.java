package nadzor.probe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import nadzor.flow.Endpoint;

/**
 * A TLS server in a Java of its own, because JSSE can only be told for a whole Java, when it
 * starts, to overlook the server name (as OpenSSL overlooks a trailing dot).
 */
final class ForkedOrigin implements AutoCloseable {
  private final Process process;
  private final Path store;
  private final Endpoint endpoint;

  private ForkedOrigin(Process process, Path store, Endpoint endpoint) {
    this.process = process;
    this.store = store;
    this.endpoint = endpoint;
  }

  /** JSSE as it is. */
  static ForkedOrigin strict(KeyStore keys) throws IOException {
    return start(keys, "");
  }

  /** JSSE that overlooks the server name. */
  static ForkedOrigin tolerant(KeyStore keys) throws IOException {
    return start(keys, "server_name");
  }

  private static ForkedOrigin start(KeyStore keys, String overlooked) throws IOException {
    Path store = Files.createTempFile("forked-origin", ".p12");
    try (OutputStream out = Files.newOutputStream(store)) {
      keys.store(out, TestCa.password());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.tls.server.disableExtensions=" + overlooked,
                "-cp",
                System.getProperty("java.class.path"),
                ForkedOrigin.class.getName(),
                store.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String port = new BufferedReader(process.inputReader(StandardCharsets.US_ASCII)).readLine();
    return new ForkedOrigin(
        process, store, Endpoint.of("127.0.0.1", Integer.parseInt(String.valueOf(port))));
  }

  Endpoint endpoint() {
    return endpoint;
  }

  /** The other process: prints its port and serves until its input ends. */
  public static void main(String[] arguments) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
      keys.load(in, TestCa.password());
    }
    FakeTls tls = new FakeTls(keys, Scripts.sayAndClose(Scripts.page(200, "Dot", "fine")));
    try (FakeServer server = new FakeServer(FakeSocks.before(tls))) {
      System.out.println(server.endpoint().port());
      Scripts.drain(System.in);
    }
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    Files.delete(store);
  }
}
