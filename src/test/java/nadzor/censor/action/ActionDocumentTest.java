package nadzor.censor.action;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every action is documented in the same shape. */
class ActionDocumentTest {
  private static Stream<Path> actions() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/java/nadzor/censor/action"))) {
      return files.filter(f -> !f.endsWith("package-info.java")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("actions")
  void saysNameViewParametersExampleAndSource(Path file) throws IOException {
    String text = Files.readString(file);
    String name =
        text.replaceAll("(?s).*?public String name\\(\\) \\{\\s*return \"?([a-z-]+).*", "$1");
    String document = text.substring(0, text.indexOf("public record"));
    String shown = name.equals("word") ? "rcode" : name;
    for (String part :
        new String[] {
          "Action <b>" + shown + "</b>: ", "The client sees: ", "Example: ", "Source: "
        }) {
      assertTrue(document.contains(part), file + " lacks '" + part + "' in its document");
    }
    String parameters = text.substring(text.indexOf("public record"));
    String list = parameters.substring(parameters.indexOf('(') + 1, parameters.indexOf(')'));
    for (String parameter : list.isBlank() ? new String[0] : list.split(",", -1)) {
      String word = parameter.strip().replaceAll(".*\\s", "");
      assertTrue(document.contains("@param " + word), file + " does not say what " + word + " is");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Reset", "Silence", "Throttle", "BlockPage", "Race"})
  void theseAreThere(String name) throws IOException {
    assertTrue(actions().anyMatch(file -> file.endsWith(name + ".java")), name);
  }
}
