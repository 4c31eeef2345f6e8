package nadzor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every seed and every input that once broke a reader, in each build. */
class FuzzCorpusTest {
  private static final Path CORPUS = Path.of("test-data/fuzz");
  private static final Path CLASSES = Path.of("src/test/java/nadzor/fuzz");

  /** The classes of this package that are Jazzer's entries. */
  private static Set<String> targetNames() throws IOException {
    return files(CLASSES).stream()
        .map(file -> file.getFileName().toString().replace(".java", ""))
        .filter(name -> name.endsWith("Fuzz"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static void run(String target, byte[] input) throws ReflectiveOperationException {
    try {
      Class.forName("nadzor.fuzz." + target)
          .getMethod("fuzzerTestOneInput", byte[].class)
          .invoke(null, (Object) input);
    } catch (InvocationTargetException e) {
      fail(target, e.getCause());
    }
  }

  static Stream<Arguments> inputs() throws IOException {
    Stream.Builder<Arguments> all = Stream.builder();
    for (String target : targetNames()) {
      for (Path file : files(CORPUS.resolve(target))) {
        all.add(Arguments.of(target, file.getFileName().toString()));
      }
    }
    return all.build();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("inputs")
  void everyKeptInputHoldsThePromises(String target, String file)
      throws IOException, ReflectiveOperationException {
    run(target, Files.readAllBytes(CORPUS.resolve(target).resolve(file)));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void everyTargetHasSeedsAndTakesNothing(String target)
      throws IOException, ReflectiveOperationException {
    assertFalse(files(CORPUS.resolve(target)).isEmpty());
    run(target, new byte[0]);
  }

  static Stream<String> targets() throws IOException {
    return targetNames().stream();
  }

  @Test
  void everyFolderIsATarget() throws IOException {
    assertEquals(
        targetNames(),
        files(CORPUS).stream()
            .map(file -> file.getFileName().toString())
            .collect(Collectors.toCollection(TreeSet::new)),
        "a target without a folder of seeds, or a folder without a target");
  }
}
