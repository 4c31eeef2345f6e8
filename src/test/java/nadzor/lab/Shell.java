package nadzor.lab;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a real client with nothing on its standard input. */
final class Shell {
  private static final int SECONDS = 20;

  private Shell() {}

  /** Its exit code and its two outputs, one after the other. */
  record Ran(int code, String out) {}

  static Ran run(List<String> command) throws IOException, InterruptedException {
    Path out = Files.createTempFile("nadzor-lab", ".out");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      assertTrue(ended, () -> "still running: " + command);
      String text = Files.readString(out, StandardCharsets.ISO_8859_1);
      return new Ran(process.exitValue(), text);
    } finally {
      Files.delete(out);
    }
  }
}
