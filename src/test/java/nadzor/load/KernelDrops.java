package nadzor.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import nadzor.flow.Endpoint;

/** The datagrams that Linux threw away because a socket was full, as /proc tells them. */
final class KernelDrops {
  private static final int LOCAL = 1;

  private KernelDrops() {}

  /** Those of the sockets that are bound to this endpoint of 127.0.0.1, since they are. */
  static long at(Endpoint bound) throws IOException {
    // In hexadecimal, the address in the order of this machine; IPv6 sockets have it at their end.
    String local = String.format(Locale.ROOT, "0100007F:%04X", bound.port());
    long drops = 0;
    for (String table : List.of("/proc/net/udp", "/proc/net/udp6")) {
      for (String line : Files.readAllLines(Path.of(table))) {
        String[] words = line.strip().split(" +", -1);
        drops += words[LOCAL].endsWith(local) ? Long.parseLong(words[words.length - 1]) : 0;
      }
    }
    return drops;
  }
}
