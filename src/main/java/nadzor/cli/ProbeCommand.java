package nadzor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import nadzor.probe.Techniques;
import nadzor.story.catalogue.Catalogue;
import nadzor.story.catalogue.CatalogueReader;
import nadzor.story.catalogue.Comparison;
import nadzor.story.catalogue.ComparisonDocument;
import nadzor.story.report.WholeFile;
import nadzor.story.survey.SelfTest;
import nadzor.story.survey.SurveyFolder;
import nadzor.story.survey.SurveyLines;
import nadzor.story.survey.SurveyPlan;
import nadzor.story.survey.SurveyResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures which technique gets through which kind of network. */
@Command(
    name = "probe",
    mixinStandardHelpOptions = true,
    description = {
      "Measures which technique gets through which kind of network: starts a laboratory with a"
          + " control network and one network for each profile, visits a listed and a neutral site"
          + " with every technique, and prints what came of it beside the control.",
      "Without options: all shipped profiles and all techniques, a few minutes."
    },
    footer = {
      "",
      "Cells: ok; slow, with its rate; blocked(STAGE) with dns, tcp, tls, http or quic; down: the",
      "  control fails too; unsure: repeats disagree; -: not measured, with the reason below the",
      "  table.",
      "Every visit comes from a client of its own, in an order drawn from the seed; what rests on",
      "  time alone is visited again. The profiles' long memories are scaled: --scale says by what.",
      "",
      "Examples:",
      "  nadzor probe --profile tspu-2022 --technique plain --technique split-hello",
      "  nadzor probe --profile gfw-like --repeat 3 --json",
      "  nadzor probe --at 2022-03-05 --site www.facebook.com",
      "  nadzor probe --catalogue test-data/catalogue     what the literature says, held against it",
      "  nadzor probe --self-test                         whether the instrument sees what is there",
      "",
      "Exit code 0: measured; 1: a cell differs from the catalogue; 2: bad input;",
      "  3: the canaries or the self-test failed; 4: results could not be written;",
      "  130: interrupted, what was measured is written."
    })
final class ProbeCommand implements Callable<Integer> {
  @Mixin ProbeChoice choice = new ProbeChoice();

  @Option(
      names = {"--catalogue", "--expect"},
      paramLabel = "DIR",
      description = "Measure the cells of a catalogue, and say which agree with the literature.")
  @Nullable Path catalogue;

  @Option(
      names = "--self-test",
      description = "Networks that do nothing, everything, or only slow all down.")
  boolean selfTest;

  @Option(names = "--list-techniques", description = "List the techniques and end.")
  boolean list;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      defaultValue = "nadzor-probe",
      description = "Where the results go (default: ${DEFAULT-VALUE}).")
  Path report = Path.of("nadzor-probe");

  @Option(
      names = "--ooni",
      paramLabel = "FILE",
      description = "The measurements in OONI's data formats to this file too.")
  @Nullable Path ooni;

  @Option(names = "--json", description = "The matrix as JSON on standard output, nothing else.")
  boolean json;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    ProbeView view = new ProbeView(spec.commandLine().getOut(), json);
    if (list) {
      view.list(Techniques.all());
      return ExitCode.OK;
    }
    if (selfTest) {
      return run(
          SelfTest.plan(choice.conduct()),
          view,
          result -> view.selfTest(result, SelfTest.differences(result)));
    }
    if (catalogue != null) {
      return compare(catalogue, view);
    }
    return run(
        choice.plan(choice.techniques()),
        view,
        result -> {
          view.survey(result, report);
          return ExitCode.OK;
        });
  }

  private int compare(Path folder, ProbeView view) throws IOException {
    Catalogue wanted = choice.part(new CatalogueReader(choice.conduct().scale()).read(folder));
    return run(
        wanted.plan(choice.conduct()),
        view,
        result -> {
          Comparison compared = Comparison.of(wanted, result);
          ComparisonDocument document = new ComparisonDocument(compared);
          new WholeFile(report.resolve("catalogue.json")).replace(document.json());
          return view.compared(compared, document);
        });
  }

  private int run(SurveyPlan plan, ProbeView view, ToIntFunction<SurveyResult> tell)
      throws IOException {
    SurveyFolder folder = SurveyFolder.open(report);
    Instant start = choice.at().orElseGet(Instant::now);
    InstantSource calendar = choice.at().map(InstantSource::fixed).orElseGet(InstantSource::system);
    view.begins(plan);
    return Measuring.run(
        plan,
        calendar,
        view::progress,
        result -> {
          view.ends();
          String lines = new SurveyLines(result, start).text();
          folder.write(result, lines);
          Optional.ofNullable(ooni)
              .ifPresent(file -> new WholeFile(file.toAbsolutePath()).replace(lines));
          return tell.applyAsInt(result);
        });
  }
}
