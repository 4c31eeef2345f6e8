package nadzor.cli.list;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import nadzor.blocklist.ChangeCounts;
import nadzor.cli.option.AuthorOption;
import nadzor.cli.option.FormatOption;
import nadzor.cli.option.ListsOption;
import nadzor.cli.option.MeasureOption;
import nadzor.exchange.Limits;
import nadzor.exchange.Reading;
import nadzor.exchange.Strictness;
import nadzor.flow.EnumWords;
import nadzor.office.lists.ListBuild;
import nadzor.office.lists.ListBuilt;
import nadzor.office.lists.ListIntake;
import nadzor.office.lists.Taken;
import nadzor.store.lists.ListFolder;
import nadzor.store.lists.ListHistory;
import nadzor.store.lists.ListVersion;
import nadzor.store.lists.Making;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Builds the next version from files. */
@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    description = "Builds the next version of the list from files of any format.",
    footer = {
      "",
      "Exit codes:  0  built, or the same as the latest version",
      "             1  it looks like an accident beside the latest version: not kept, unless",
      "                --yes-really",
      "             2  a file cannot be read; the versions are as they were",
      "Example:  nadzor list build dump.xml.zip extra.txt --note 'as of monday'"
    })
public final class ListBuildCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Lists; together the version.")
  List<Path> files = List.of();

  @Mixin FormatOption from = new FormatOption();

  @Option(names = "--note", paramLabel = "TEXT", description = "What is to be remembered of it.")
  String note = "";

  @Mixin AuthorOption author = new AuthorOption();

  @Mixin MeasureOption measure = new MeasureOption();

  @Option(names = "--strict", description = "Refuse the whole where one value cannot be used.")
  boolean strict;

  @Option(names = "--dry-run", description = "Tell what would be built; keep nothing.")
  boolean dryRun;

  @Option(names = "--yes-really", description = "Keep it even where it looks like an accident.")
  boolean yesReally;

  @Option(names = "--json", description = "A JSON object instead of words.")
  boolean json;

  @Mixin ListsOption lists = new ListsOption();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    ListFolder folder = lists.folder();
    Reading how =
        new Reading(from.format(), strict ? Strictness.STOP : Strictness.GO_ON, Limits.USUAL);
    Complaints told = new Complaints(spec.commandLine().getErr(), item -> {});
    Taken taken = ListIntake.read(files, how, measure.measure(), told);
    ListBuilt built =
        new ListBuild(folder, dryRun, yesReally, 0)
            .run(taken.list(), new Making(author.name(), Instant.now(), note, taken.sources()));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Shapes.text(object(taken, built, folder.history())));
    } else {
      words(taken, built, out);
    }
    out.flush();
    return built.outcome() == ListBuilt.Outcome.REFUSED ? Codes.OBJECTED : Codes.OK;
  }

  private static ObjectNode object(Taken taken, ListBuilt built, ListHistory history) {
    ObjectNode node = Shapes.object();
    node.put("outcome", EnumWords.of(built.outcome()));
    built.version().ifPresent(one -> node.set("version", Shapes.version(one, history)));
    node.put("items", taken.items().items());
    node.put("refusedValues", taken.refused());
    node.put("unordered", taken.unordered());
    ArrayNode array = node.putArray("objections");
    built.objections().forEach(one -> array.add(Shapes.objection(one)));
    return node;
  }

  private static void words(Taken taken, ListBuilt built, PrintWriter out) {
    out.printf(
        "%,d items read, %,d values refused, %,d that restrict nothing%n",
        taken.items().items(), taken.refused(), taken.unordered());
    built.objections().forEach(one -> out.println("objection: " + one.why()));
    switch (built.outcome()) {
      case REFUSED -> out.println("no version is built; --yes-really builds it all the same");
      case TRIED ->
          out.printf(
              "would be built: %,d rules, %s%n",
              built.diff().to().total(), changes(built.diff().counts()));
      case UNCHANGED, BUILT -> built.version().ifPresent(one -> words(one, built.outcome(), out));
    }
  }

  private static String changes(ChangeCounts counts) {
    return String.format("+%,d -%,d ~%,d", counts.added(), counts.removed(), counts.reasons());
  }

  private static void words(ListVersion one, ListBuilt.Outcome outcome, PrintWriter out) {
    out.printf(
        "%s version %d: %,d rules, %s, hash %.16s%n",
        outcome == ListBuilt.Outcome.UNCHANGED ? "unchanged since" : "built",
        one.number(),
        one.rules(),
        changes(one.changes()),
        one.hash());
  }
}
