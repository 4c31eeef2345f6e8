package nadzor.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import nadzor.story.StoryResult;

/** What is said after the last step. */
record Ending(PrintWriter out, StoryResult result) {
  private static final int SHOWN = 20;

  void print(Path page) {
    out.println();
    if (!result.complete()) {
      out.println("Incomplete: " + result.steps().size() + " steps begun.");
    }
    List<String> differences = result.differences();
    if (differences.isEmpty()) {
      out.println(
          result.steps().isEmpty()
              ? "Nothing was measured."
              : "All that was measured is as the scenario expects.");
    } else {
      out.println(differences.size() + " differences from what the scenario expects:");
      differences.stream().limit(SHOWN).forEach(line -> out.println("  " + line));
      if (differences.size() > SHOWN) {
        out.println("  and " + (differences.size() - SHOWN) + " more, in the report");
      }
    }
    out.println("Report: " + page.toAbsolutePath().normalize());
  }
}
