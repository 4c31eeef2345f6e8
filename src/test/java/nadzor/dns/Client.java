package nadzor.dns;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nadzor.flow.Endpoint;
import org.xbill.DNS.Message;
import org.xbill.DNS.SimpleResolver;

/** Real clients: dnsjava's, dig and kdig. */
final class Client {
  private Client() {}

  static Message ask(Endpoint server, byte[] query, boolean tcp) throws IOException {
    SimpleResolver resolver = new SimpleResolver(server.toSocketAddress());
    resolver.setTCP(tcp);
    resolver.setIgnoreTruncation(true);
    resolver.setTimeout(Duration.ofSeconds(5));
    Message message = Messages.read(query);
    // The resolver adds an OPT of its own where the query has none; the tests send what they mean.
    resolver.setEDNS(-1);
    return resolver.send(message);
  }

  /** By UDP, asking again where a datagram was lost, as every client does. */
  static Message askAgain(Endpoint server, byte[] query) throws IOException {
    SimpleResolver resolver = new SimpleResolver(server.toSocketAddress());
    resolver.setTimeout(Duration.ofMillis(500));
    for (int left = 20; ; left--) {
      try {
        return resolver.send(Messages.read(query));
      } catch (IOException e) {
        if (left == 0) {
          throw e;
        }
      }
    }
  }

  static String dig(Endpoint server, String... words) throws IOException, InterruptedException {
    return run("dig", "-p" + server.port(), server, words);
  }

  static String kdig(Endpoint server, String... words) throws IOException, InterruptedException {
    return run("kdig", "-p" + server.port(), server, words);
  }

  private static String run(String program, String port, Endpoint server, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program));
    command.add("@" + server.address().getHostAddress());
    command.add(port.substring(0, 2));
    command.add(port.substring(2));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(program + " does not end");
    }
    return output;
  }
}
