package nadzor.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import nadzor.blocklist.Blocklist;
import nadzor.flow.NameView;
import nadzor.store.VersionFile;

/**
 * Opens a stored version once, in a process that has done nothing else, and tells how long that
 * took from the call and from the start of the process. Arguments: the file, and a name to ask for.
 */
public final class OpenBench {
  private OpenBench() {}

  /** Opens, asks once, prints. */
  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    long start = System.nanoTime();
    Blocklist list = VersionFile.open(file);
    int orders = list.orders(NameView.of(arguments[1]));
    double called = (System.nanoTime() - start) / 1e9;
    long jvm = ManagementFactory.getRuntimeMXBean().getStartTime();
    System.out.printf(
        Locale.ROOT,
        "%,d rules, %,d octets: answered %d after %.3f s from the call, %.3f s from the start of"
            + " the process; %.2f s of processor%n",
        list.size(),
        Files.size(file),
        orders,
        called,
        (System.currentTimeMillis() - jvm) / 1e3,
        ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3);
  }
}
