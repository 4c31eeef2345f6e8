package nadzor.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import nadzor.registry.Statement;
import nadzor.story.Audience;
import nadzor.story.Matrix;
import nadzor.story.Scenario;
import nadzor.story.Step;
import nadzor.story.StepResult;
import nadzor.story.StoryResult;
import nadzor.story.Unenforced;

/** Shows a story in a terminal as it is played. */
final class TerminalView implements Audience {
  private final PrintWriter out;
  private final Paint paint = Paint.ofTerminal();
  private final MatrixText matrices = new MatrixText(paint);
  private final StepProgress progress = StepProgress.ofTerminal();
  private Optional<StepResult> before = Optional.empty();

  TerminalView(PrintWriter out, Scenario scenario) {
    this.out = out;
    out.println(
        paint.bold("nadzor: " + scenario.name()) + "  (simulation; nothing leaves this machine)");
    out.println(Text.wrapped(scenario.about(), ""));
    out.println("seed " + scenario.seed() + ", " + networks(scenario));
    out.flush();
  }

  private static String networks(Scenario scenario) {
    List<String> names = scenario.networks().stream().map(network -> network.name()).toList();
    return "networks " + String.join(", ", names);
  }

  @Override
  public void begins(Step step, int number, int of) {
    out.println();
    String title = " " + When.shown(step.at()) + " ";
    out.println(paint.bold("==" + title + "=".repeat(Math.max(2, 76 - title.length()))));
    out.println(
        "step "
            + number
            + " of "
            + of
            + ", "
            + step.name()
            + (step.about().isEmpty() ? "" : ": " + step.about()));
    out.flush();
  }

  @Override
  public void foretold(List<String> lines) {
    out.println();
    out.println("Before it ships:");
    lines.forEach(line -> out.println(Text.wrapped(line, "  ")));
    out.flush();
  }

  @Override
  public void published(Statement statement) {
    out.println();
    statement.text().lines().forEach(line -> out.println(Text.wrapped(line, "  | ")));
    out.flush();
  }

  @Override
  public void unenforced(Unenforced notice) {
    out.println();
    out.println(Text.wrapped("note: " + notice.text(), ""));
    out.flush();
  }

  @Override
  public void progress(int done, int total) {
    progress.show(done, total);
  }

  @Override
  public void ended(StepResult result, StoryResult soFar) {
    progress.end();
    out.println();
    out.print(matrices.of(Matrix.of(result, before), before.isPresent()));
    if (!result.complete()) {
      out.println("this step was interrupted: what was measured is kept, and marked incomplete");
    }
    out.flush();
    before = Optional.of(result);
  }
}
