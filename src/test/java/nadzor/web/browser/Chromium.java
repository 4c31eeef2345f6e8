package nadzor.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Proxy;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nadzor.flow.Endpoint;

/** The system's Chromium; nothing is downloaded. Used by one thread. */
final class Chromium implements AutoCloseable {
  private static final List<String> QUIET =
      List.of("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking");

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

  /** One that goes where it is told. */
  Browser direct() {
    return playwright.chromium().launch(options(QUIET));
  }

  /**
   * One that lives in a network: all it sends goes to the network's proxy, it resolves no name by
   * itself, and trusts the origins' keys by their hashes. Its ClientHello fits one segment, as
   * those of 2022 did: without TLS 1.3 it has no key share, which makes it too large today.
   */
  Browser behind(Endpoint proxy, String spki) {
    List<String> flags = new ArrayList<>(QUIET);
    flags.add("--disable-quic");
    flags.add("--ssl-version-max=tls1.2");
    flags.add("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE " + proxy.address().getHostAddress());
    flags.add("--ignore-certificate-errors-spki-list=" + spki);
    return playwright.chromium().launch(options(flags).setProxy(new Proxy("http://" + proxy)));
  }

  private static BrowserType.LaunchOptions options(List<String> flags) {
    return new BrowserType.LaunchOptions().setExecutablePath(found()).setArgs(flags);
  }

  private static Path found() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .map(directory -> Path.of(directory, "chromium"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("chromium is not on the PATH: install it"));
  }

  @Override
  public void close() {
    playwright.close();
  }
}
