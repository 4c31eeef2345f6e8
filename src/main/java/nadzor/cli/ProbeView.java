package nadzor.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import nadzor.probe.Technique;
import nadzor.story.catalogue.Comparison;
import nadzor.story.catalogue.ComparisonDocument;
import nadzor.story.catalogue.ComparisonTable;
import nadzor.story.survey.SurveyDocument;
import nadzor.story.survey.SurveyPlan;
import nadzor.story.survey.SurveyResult;
import nadzor.story.survey.SurveyTable;

/** Shows a survey: for people, or where JSON is wanted nothing but that. */
final class ProbeView {
  private static final String ROW = "%-30s %-9s %s%n";

  private final PrintWriter out;
  private final boolean json;
  private final StepProgress progress = StepProgress.ofTerminal();

  ProbeView(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  void list(List<Technique> techniques) {
    out.printf(ROW, "TECHNIQUE", "FAMILY", "WHAT IT DOES");
    techniques.forEach(each -> out.printf(ROW, each.name(), each.family().text(), each.about()));
    out.flush();
  }

  void begins(SurveyPlan plan) {
    if (json) {
      return;
    }
    SurveyPlan.Conduct conduct = plan.conduct();
    out.printf(
        "nadzor probe: %d cells in %d networks, each beside its control  (simulation)%n",
        plan.errands().size(), plan.networks().size());
    out.printf(
        "seed %d, repeat %d, long memories x %s%n%n",
        conduct.seed(), conduct.repeat(), conduct.scale());
    out.flush();
  }

  void progress(int done, int total) {
    progress.show(done, total);
  }

  void ends() {
    progress.end();
  }

  void survey(SurveyResult result, Path report) {
    if (json) {
      out.print(new SurveyDocument(result).matrix());
    } else {
      out.print(new SurveyTable(result).text());
      result.notices().forEach(notice -> out.println(Text.wrapped("note: " + notice, "")));
      out.println("Results: " + report.toAbsolutePath().normalize());
    }
    out.flush();
  }

  int compared(Comparison comparison, ComparisonDocument document) {
    out.print(json ? document.json() : new ComparisonTable(comparison).text());
    out.flush();
    return comparison.standing(Comparison.Standing.DIFFERS).isEmpty()
        ? ExitCode.OK
        : ExitCode.DIFFERS;
  }

  int selfTest(SurveyResult result, List<String> differences) {
    out.print(json ? new SurveyDocument(result).matrix() : new SurveyTable(result).text());
    if (!json) {
      differences.forEach(out::println);
      out.println(
          differences.isEmpty()
              ? "The instrument saw exactly what was there."
              : "The instrument saw something else: do not believe it here.");
    }
    out.flush();
    return differences.isEmpty() ? ExitCode.OK : ExitCode.CANARY;
  }
}
