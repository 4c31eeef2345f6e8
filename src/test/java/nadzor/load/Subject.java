package nadzor.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nadzor.dns.ResolverCounters;
import nadzor.dns.ResolverServer;
import nadzor.flow.Endpoint;
import nadzor.proxy.ProxyCounters;
import nadzor.proxy.ProxyServer;
import nadzor.transport.Transport;

/**
 * A resolver with all its doors and a proxy, in a process of their own. It answers each line that
 * it reads with one line of {@code name=number}, and ends with its standard input.
 */
public final class Subject implements AutoCloseable {
  private static final int LOOPS = 2;

  private final Transport transport = Transport.start(LOOPS);
  private final SubjectWorld world = new SubjectWorld();
  private final SubjectUpstream upstream;
  private final ResolverServer resolver;
  private final ProxyServer proxy;

  private Subject(Settings settings) throws Exception {
    upstream = SubjectUpstream.open(transport, settings.upstream());
    resolver =
        ResolverServer.start(
            transport,
            SubjectKey.doors(),
            Optional.of(SubjectRules.forgetting()),
            upstream,
            settings.resolver());
    proxy =
        ProxyServer.start(
            transport,
            Endpoint.of("127.0.0.1", 0),
            world,
            SubjectRules.forgetting(),
            settings.proxy());
  }

  /** The words are {@link Settings}. */
  public static void main(String[] words) throws Exception {
    try (Subject subject = new Subject(Settings.of(words))) {
      subject.serve(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    }
    SubjectMemory.reportLeaks();
  }

  private void serve(BufferedReader lines) throws IOException, InterruptedException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      System.out.println(
          switch (line) {
            case "doors" -> doors();
            case "counters" -> resolved() + relayed();
            case "memory" ->
                "heap=%d direct=%d".formatted(SubjectMemory.heap(), SubjectMemory.direct());
            case "leak" -> leaked();
            default -> throw new IllegalArgumentException(line);
          });
    }
  }

  private static String leaked() {
    SubjectMemory.leak();
    return "leaked=1";
  }

  private String doors() {
    return "dns=%d dot=%d doh=%d proxy=%d"
        .formatted(
            resolver.address().port(),
            resolver.dot().orElseThrow().port(),
            resolver.doh().orElseThrow().port(),
            proxy.address().port());
  }

  private String resolved() {
    ResolverCounters counters = resolver.counters();
    return "queries=%d blocked=%d cached=%d forwarded=%d malformed=%d dropped=%d failed=%d unsent=%d"
        .formatted(
            counters.queries(),
            counters.restricted(),
            counters.cached(),
            counters.forwarded(),
            counters.malformed(),
            counters.dropped(),
            counters.failed(),
            counters.unsent());
  }

  private String relayed() {
    ProxyCounters counters = proxy.counters();
    return " accepted=%d open=%d refused=%d restricted=%d up=%d down=%d asked=%d"
        .formatted(
            counters.accepted(),
            counters.open(),
            counters.refused(),
            counters.restricted(),
            counters.bytesUp(),
            counters.bytesDown(),
            world.asked());
  }

  @Override
  public void close() {
    proxy.close();
    resolver.close();
    upstream.close();
    transport.close();
  }
}
