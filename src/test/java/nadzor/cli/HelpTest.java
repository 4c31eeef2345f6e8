package nadzor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Help and completion know the options that commands share. */
class HelpTest {
  private static String told(String... words) {
    StringWriter out = new StringWriter();
    CommandLine command = Main.commandLine().setOut(new PrintWriter(out, true));
    assertEquals(0, command.execute(words));
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "serve, --lists=DIR, NADZOR_LISTS",
    "serve, --ready-file=FILE, as JSON",
    "up, --ready-file=FILE, as JSON",
    "impact, --measure=block|throttle, default: block",
    "probe, --profile=NAME, One network or profile"
  })
  void anOptionIsInTheHelpOfItsCommand(String command, String option, String words) {
    String help = told(command, "--help").replaceAll("\\s+", " ");
    assertTrue(help.contains(option) && help.contains(words), help);
  }

  /** Lines that are broken by hand are broken once more where the column is narrow. */
  @Test
  void whatIsToldIsWholeAndWrappedByTheWidthThereIs() {
    List<CommandLine> left = new ArrayList<>(List.of(Main.commandLine()));
    int looked = 0;
    while (!left.isEmpty()) {
      CommandLine command = left.remove(0);
      left.addAll(command.getSubcommands().values());
      assertWholeSentences(command.getCommandSpec());
      for (ArgSpec argument : command.getCommandSpec().args()) {
        looked++;
        assertEquals(
            1,
            argument.description().length,
            command.getCommandSpec().qualifiedName() + " " + argument.paramLabel());
      }
    }
    assertTrue(looked > 100, looked + " options");
  }

  /** The list of commands shows the first of the texts alone. */
  private static void assertWholeSentences(CommandSpec command) {
    int width = command.usageMessage().width();
    for (String line : command.usageMessage().footer()) {
      assertTrue(String.format(line).length() <= width, command.qualifiedName() + ": " + line);
    }
    for (String format : command.usageMessage().description()) {
      String text = String.format(format).strip();
      assertTrue(text.endsWith(".") || text.endsWith(":"), command.qualifiedName() + ": " + text);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "picocli_nadzor_serve, --lists",
    "picocli_nadzor_list_build, --lists",
    "picocli_nadzor_list_build, --by",
    "picocli_nadzor_list_lint, --shared",
    "picocli_nadzor_case_close, --why",
    "picocli_nadzor_lift, --dry-run"
  })
  void anOptionIsCompleted(String function, String option) {
    String script = told("completion");
    int start = script.indexOf("function _" + function + "()");
    assertTrue(start > 0, function);
    assertTrue(script.substring(start, script.indexOf("\n}", start)).contains("'" + option + "'"));
  }
}
