package nadzor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Commands on lists, run in a folder of their own. */
abstract class ListCommandCase {
  @TempDir Path folder;
  StringWriter out = new StringWriter();
  StringWriter err = new StringWriter();

  /** Runs {@code nadzor list} in the folder of this test. */
  int list(String... words) {
    out = new StringWriter();
    err = new StringWriter();
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return command.execute(
        Stream.concat(
                Stream.of("list"),
                Stream.concat(
                    Stream.of(words).limit(1),
                    Stream.concat(
                        Stream.of("--lists", folder.resolve("lists").toString()),
                        Stream.of(words).skip(1))))
            .toArray(String[]::new));
  }

  String all() {
    return out + "\n" + err;
  }

  String file(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), Arrays.asList(lines)).toString();
  }

  static String[] names(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "n" + i + ".test").toArray(String[]::new);
  }

  void built(String... lines) throws IOException {
    String name = file("given.txt", lines);
    assertEquals(0, list("build", name, "--by", "a", "--yes-really"), this::all);
  }

  /** Without what differs in each run. */
  String steady(String text) {
    return text.replace(folder.toString(), "DIR")
        .replaceAll("\"at\" : \"[^\"]*\"", "\"at\" : \"AT\"")
        .replaceAll("\"hash\" : \"[0-9a-f]{64}\"", "\"hash\" : \"HASH\"")
        .replace("\r\n", "\n");
  }
}
