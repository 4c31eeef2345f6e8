package nadzor.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import nadzor.flow.Endpoint;

/** The datagrams that Linux threw away because a socket was full, as /proc tells them. */
final class KernelDrops {
  private static final int LOCAL = 1;

  private KernelDrops() {}

  /** Those of the sockets that are bound to this endpoint of 127.0.0.1, since they are. */
  static long at(Endpoint bound) throws IOException {
    String local = String.format(Locale.ROOT, "0100007F:%04X", bound.port());
    return Files.readAllLines(Path.of("/proc/net/udp")).stream()
        .map(line -> line.strip().split(" +", -1))
        .filter(words -> words[LOCAL].equals(local))
        .mapToLong(words -> Long.parseLong(words[words.length - 1]))
        .sum();
  }
}
