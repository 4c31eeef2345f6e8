package nadzor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every seed and every input that once broke a reader, in each build. */
class FuzzCorpusTest {
  private static final Path CORPUS = Path.of("test-data/fuzz");
  private static final Map<String, Consumer<byte[]>> TARGETS =
      targets(
          Map.of(
              "ClientHelloFuzz",
              ClientHelloFuzz::fuzzerTestOneInput,
              "HelloRecordsFuzz",
              HelloRecordsFuzz::fuzzerTestOneInput,
              "HttpHeadFuzz",
              HttpHeadFuzz::fuzzerTestOneInput,
              "SocksFuzz",
              SocksFuzz::fuzzerTestOneInput,
              "SocksUdpFuzz",
              SocksUdpFuzz::fuzzerTestOneInput,
              "QuicInitialFuzz",
              QuicInitialFuzz::fuzzerTestOneInput,
              "QuicFramesFuzz",
              QuicFramesFuzz::fuzzerTestOneInput,
              "DnsQuestionFuzz",
              DnsQuestionFuzz::fuzzerTestOneInput,
              "ProfileFuzz",
              ProfileFuzz::fuzzerTestOneInput,
              "VersionImageFuzz",
              VersionImageFuzz::fuzzerTestOneInput),
          Map.of(
              "ListPlainFuzz",
              ListPlainFuzz::fuzzerTestOneInput,
              "ListHostsFuzz",
              ListHostsFuzz::fuzzerTestOneInput,
              "ListDnsmasqFuzz",
              ListDnsmasqFuzz::fuzzerTestOneInput,
              "ListUnboundFuzz",
              ListUnboundFuzz::fuzzerTestOneInput,
              "ListAdblockFuzz",
              ListAdblockFuzz::fuzzerTestOneInput,
              "ListRegisterCsvFuzz",
              ListRegisterCsvFuzz::fuzzerTestOneInput,
              "ListRegisterXmlFuzz",
              ListRegisterXmlFuzz::fuzzerTestOneInput,
              "ListRpzFuzz",
              ListRpzFuzz::fuzzerTestOneInput,
              "ListCitizenLabFuzz",
              ListCitizenLabFuzz::fuzzerTestOneInput,
              "ListJsonLinesFuzz",
              ListJsonLinesFuzz::fuzzerTestOneInput));

  private static Map<String, Consumer<byte[]>> targets(
      Map<String, Consumer<byte[]>> parsers, Map<String, Consumer<byte[]>> lists) {
    Map<String, Consumer<byte[]>> all = new TreeMap<>(parsers);
    all.putAll(lists);
    return all;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static void run(String target, byte[] input) {
    TARGETS.getOrDefault(target, data -> fail("no target " + target)).accept(input);
  }

  static Stream<Arguments> inputs() throws IOException {
    Stream.Builder<Arguments> all = Stream.builder();
    for (String target : TARGETS.keySet()) {
      for (Path file : files(CORPUS.resolve(target))) {
        all.add(Arguments.of(target, file.getFileName().toString()));
      }
    }
    return all.build();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("inputs")
  void everyKeptInputHoldsThePromises(String target, String file) throws IOException {
    run(target, Files.readAllBytes(CORPUS.resolve(target).resolve(file)));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void everyTargetHasSeedsAndTakesNothing(String target) throws IOException {
    assertFalse(files(CORPUS.resolve(target)).isEmpty());
    run(target, new byte[0]);
  }

  static Stream<String> targets() {
    return TARGETS.keySet().stream();
  }

  @Test
  void everyFolderAndEveryClassIsATarget() throws IOException {
    assertEquals(
        TARGETS.keySet(),
        files(CORPUS).stream().map(f -> f.getFileName().toString()).collect(Collectors.toSet()));
    assertEquals(
        TARGETS.keySet(),
        files(Path.of("src/test/java/nadzor/fuzz")).stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .filter(name -> name.endsWith("Fuzz"))
            .collect(Collectors.toSet()),
        "add the class to this test");
  }
}
